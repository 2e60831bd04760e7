import type { Authority } from '../bot/authority.ts';
import type { Roster } from '../bot/roster.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { triagePlaceOf } from './triage-place.ts';

interface AuthorityParts {
  readonly store: DocumentStore;
  readonly roster: Pick<Roster, 'isMember'>;
  readonly development: boolean;
  readonly admins: readonly string[];
  readonly innovationTeam: readonly string[];
}

/**
 * Administrators are listed in a setting (in development everybody while the list is empty). The innovation team are
 * those listed and the members of the team that owns the triage channel.
 */
export function authority({ store, roster, development, admins, innovationTeam }: AuthorityParts): Authority {
  return {
    async holds({ actor }, role) {
      if (role === 'anyone') return true;
      if (role === 'administrator')
        return admins.includes(actor.personId) || (development && admins.length === 0);
      if (innovationTeam.includes(actor.personId)) return true;
      const triage = await triagePlaceOf(store, actor.tenantId);
      return triage !== undefined && roster.isMember(triage, actor);
    },
  };
}
