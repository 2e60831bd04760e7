import type { Actor } from './turn.ts';

export interface TeamAddress {
  readonly teamId: string;
  readonly serviceUrl: string;
}

/** Who belongs to a team, asked of Teams. Both throw RosterUnavailable when Teams gives no clear answer. */
export interface Roster {
  isMember(team: TeamAddress, person: Actor): Promise<boolean>;
  /** Its people by name, a hundred at the most. */
  members(team: TeamAddress): Promise<readonly { readonly personId: string; readonly name: string }[]>;
}

/** Who is in a team, looked up by the object id that a people picker gives. */
export interface TeamMembers {
  /** Undefined when nobody of that id is in the team. Throws RosterUnavailable when Teams gives no clear answer. */
  find(
    team: { readonly teamId: string; readonly serviceUrl: string },
    personId: string,
  ): Promise<{ readonly personId: string; readonly name: string } | undefined>;
}

/** Teams did not tell who is a member of a team. Nothing was allowed or refused: try again in a moment. */
export class RosterUnavailable extends Error {
  override readonly name = 'RosterUnavailable';
}
