import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { Words } from '../words/words.ts';
import type { LinkCounting } from './counts/counted-links.ts';

/** What the digests stand on. */
export interface DigestParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** The words of editions, which answer nobody's turn. */
  readonly words: Words;
  readonly tenants: readonly string[];
  /** Where the clocks hang by which new subscriptions run: an IANA name. */
  readonly timeZone: string;
  /** The service areas to choose from. */
  readonly services: readonly string[];
  readonly relay: Outbox['relay'];
  /** Absent where digests cannot come by e-mail. */
  readonly byMail?: MailedDigests | undefined;
  /** Absent where links of editions lead to their articles straight and nobody counts them. */
  readonly linkCounting?: LinkCounting | undefined;
}

/** What digests by e-mail need besides a mailbox that sends. */
export interface MailedDigests {
  /** Where the service is reached from anywhere, such as `https://inews.example.gov.uk`. */
  readonly publicAddress: string;
  /** In lower case; digests go to addresses of these domains alone. */
  readonly ownDomains: readonly string[];
}
