import type { Authority } from '../bot/authority.ts';
import type { Roster } from '../bot/roster.ts';
import type { Actor } from '../bot/turn.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { triagePlaceOf, triagePlacesOf } from './triage-place.ts';

interface AuthorityParts {
  readonly store: DocumentStore;
  readonly roster: Pick<Roster, 'isMember'>;
  readonly development: boolean;
  readonly admins: readonly string[];
  readonly innovationTeam: readonly string[];
}

/**
 * Administrators are listed in a setting (in development everybody while the list is empty). The innovation team are
 * those listed and the members of the team that owns the triage channel; the members of a team whose channel is for
 * one service area belong to it for that area alone.
 */
export function authority({ store, roster, development, admins, innovationTeam }: AuthorityParts): Authority {
  const lookUp = async (actor: Actor): Promise<boolean> => {
    if (innovationTeam.includes(actor.personId)) return true;
    const triage = await triagePlaceOf(store, actor.tenantId);
    return triage !== undefined && roster.isMember(triage, actor);
  };
  /** Each turn has an actor of its own: what it may and how far that reaches is looked up once. */
  const lookedUp = new WeakMap<Actor, Promise<boolean>>();
  const decidesOnAll = (actor: Actor): Promise<boolean> => {
    const known = lookedUp.get(actor) ?? lookUp(actor);
    lookedUp.set(actor, known);
    return known;
  };
  const ownServices = async (actor: Actor): Promise<readonly string[]> => {
    const services: string[] = [];
    for (const place of await triagePlacesOf(store, actor.tenantId))
      if (place.service !== undefined && (await roster.isMember(place, actor))) services.push(place.service);
    return services;
  };
  return {
    async holds({ actor }, role) {
      if (role === 'anyone') return true;
      if (role === 'administrator')
        return admins.includes(actor.personId) || (development && admins.length === 0);
      return (await decidesOnAll(actor)) || (await ownServices(actor)).length > 0;
    },
    reach: async ({ actor }) => ((await decidesOnAll(actor)) ? undefined : ownServices(actor)),
  };
}
