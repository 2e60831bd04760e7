import type { TeamDirectory } from '../bot/team-directory.ts';
import type { Turn } from '../bot/turn.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { Words } from '../words/words.ts';
import type { LocalTime } from './life.ts';

/** What challenges stand on. */
export interface ChallengeParts extends LocalTime {
  readonly store: DocumentStore;
  readonly relay: Outbox['relay'];
  readonly words: Words;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly tenants: readonly string[];
  readonly directory: TeamDirectory;
  /** Whether the actor belongs to the innovation team: for what is offered; what is done is checked at every press. */
  readonly isInnovationTeam: (turn: Turn) => Promise<boolean>;
}
