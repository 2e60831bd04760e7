import type { TeamMembers } from '../bot/roster.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { profileOf } from './profiles.ts';
import { triagePlacesOf } from './triage-place.ts';

interface Person {
  readonly personId: string;
  readonly name: string;
}

/**
 * Finds somebody of the innovation team by the object id that a people picker gave; undefined for anybody else.
 * Throws RosterUnavailable when Teams does not tell who is a member.
 */
export type FindTriager = (tenantId: string, personId: string) => Promise<Person | undefined>;

/** @param innovationTeam those who belong to it besides the members of the teams of triage channels. */
export function triagers(
  store: DocumentStore,
  members: TeamMembers,
  innovationTeam: readonly string[],
): FindTriager {
  return async (tenantId, personId) => {
    for (const place of await triagePlacesOf(store, tenantId)) {
      const member = await members.find(place, personId);
      if (member) return member;
    }
    if (!innovationTeam.includes(personId)) return undefined;
    const profile = await profileOf(store, tenantId, personId);
    return profile && { personId, name: profile.name };
  };
}
