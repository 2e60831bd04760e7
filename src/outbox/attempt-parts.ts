import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { AddressBook } from './address-book.ts';
import type { DeliveryCard } from './delivery-card.ts';
import type { Pace } from './pace.ts';
import type { Sender } from './sender.ts';

/** What an attempt at one delivery works with. */
export interface AttemptParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly random: () => number;
  readonly telemetry: Telemetry;
  readonly sender: Sender;
  readonly addressBook: AddressBook;
  readonly cards: ReadonlyMap<string, DeliveryCard>;
  readonly pace: Pace;
  /** Whether a call for this bucket may still start. */
  readonly mayCall: (bucket: string) => boolean;
  /** Hands on the events of a delivery. Does not throw. */
  readonly relayDelivery: (bucket: string, id: string) => Promise<void>;
  /** Aborts when the process must end: an outcome that cannot be written by then is left to the next one. */
  readonly giveUp: AbortSignal;
}
