import type { Turn } from '../bot/turn.ts';
import type { LastService } from '../ideas/last-service.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import type { Words } from '../words/words.ts';

/** What the spreading of ideas stands on. */
export interface SpreadParts {
  readonly store: DocumentStore;
  readonly relay: Outbox['relay'];
  /** The words of what is sent, which answers nobody's turn. */
  readonly words: Words;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly tenants: readonly string[];
  readonly services: readonly string[];
  readonly calendar: WorkingCalendar;
  /** The local date of an instant. */
  readonly localDate: (instant: Date) => string;
  /** Whether the actor belongs to the innovation team, for all service areas or for this one; false when Teams does not tell. */
  readonly decidesOn: (turn: Turn, service: string) => Promise<boolean>;
}

/** With the service area that a person chose last. */
export interface DialogParts extends SpreadParts {
  readonly lastService: LastService;
}
