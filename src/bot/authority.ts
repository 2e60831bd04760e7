import type { Turn } from './turn.ts';
import type { Role } from './verbs.ts';

/** Decides at every use whether the actor of a turn holds a role; nothing in a card is asked. */
export interface Authority {
  /** Throws RosterUnavailable when Teams does not tell who is a member. */
  holds(turn: Turn, role: Role): Promise<boolean>;
  /**
   * The service areas whose ideas the actor decides on; undefined: of all. For those who hold `innovationTeam`.
   * Throws RosterUnavailable when Teams does not tell who is a member.
   */
  reach(turn: Turn): Promise<readonly string[] | undefined>;
}
