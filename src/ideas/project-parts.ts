import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import type { Words } from '../words/words.ts';

/** What published projects stand on. */
export interface ProjectParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** The words of what is sent, which answers nobody's turn. */
  readonly words: Words;
  readonly relay: Outbox['relay'];
  readonly tenants: readonly string[];
  readonly services: readonly string[];
  readonly calendar: WorkingCalendar;
  /** The local date of an instant. */
  readonly localDate: (instant: Date) => string;
}
