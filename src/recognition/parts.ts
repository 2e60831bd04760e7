import type { TeamDirectory } from '../bot/team-directory.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';

/** What saying thank you stands on. */
export interface RecognitionParts {
  readonly store: DocumentStore;
  readonly relay: Outbox['relay'];
  readonly words: Words;
  readonly directory: TeamDirectory;
}
