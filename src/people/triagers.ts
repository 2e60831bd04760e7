import type { TeamMembers } from '../bot/roster.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { profileOf } from './profiles.ts';
import { triagePlaceOf } from './triage-place.ts';

interface Person {
  readonly personId: string;
  readonly name: string;
}

/**
 * Finds somebody of the innovation team by the object id that a people picker gave; undefined for anybody else.
 * Throws RosterUnavailable when Teams does not tell who is a member.
 */
export type FindTriager = (tenantId: string, personId: string) => Promise<Person | undefined>;

/** @param innovationTeam those who belong to it besides the members of the triage channel's team. */
export function triagers(
  store: DocumentStore,
  members: TeamMembers,
  innovationTeam: readonly string[],
): FindTriager {
  return async (tenantId, personId) => {
    const triage = await triagePlaceOf(store, tenantId);
    const member = triage && (await members.find(triage, personId));
    if (member || !innovationTeam.includes(personId)) return member;
    const profile = await profileOf(store, tenantId, personId);
    return profile && { personId, name: profile.name };
  };
}
