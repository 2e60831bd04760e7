import type { Actor } from './turn.ts';

/** Who belongs to a team, asked of Teams. */
export interface Roster {
  /** Throws RosterUnavailable when Teams gives no clear answer. */
  isMember(team: { readonly teamId: string; readonly serviceUrl: string }, person: Actor): Promise<boolean>;
}

/** Teams did not tell who is a member of a team. Nothing was allowed or refused: try again in a moment. */
export class RosterUnavailable extends Error {
  override readonly name = 'RosterUnavailable';
}
