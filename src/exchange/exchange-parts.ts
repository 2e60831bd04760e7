import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import type { Words } from '../words/words.ts';

export interface ExchangeParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly words: Words;
  readonly relay: Outbox['relay'];
  readonly services: readonly string[];
}
