import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
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
  /** Absent where editions go without anybody looking at them before. */
  readonly approval?: Approval | undefined;
}

/** What digests by e-mail need besides a mailbox that sends. */
export interface MailedDigests {
  /** Where the service is reached from anywhere, such as `https://inews.example.gov.uk`. */
  readonly publicAddress: string;
  /** In lower case; digests go to addresses of these domains alone. */
  readonly ownDomains: readonly string[];
}

/** How editions are looked at before they go. */
export interface Approval {
  /** What becomes of an edition that nobody has approved by its time. */
  readonly unapproved: 'go' | 'wait';
  readonly calendar: WorkingCalendar;
  /** The local date of an instant. */
  readonly localDate: (instant: Date) => string;
  /** Whether somebody may approve what they changed themselves: only where one person tries it alone. */
  readonly mayApproveOwn: boolean;
}

/** What digests stand on where editions are looked at before they go. */
export type ApprovalParts = DigestParts & { readonly approval: Approval };

export const hasApproval = (parts: DigestParts): parts is ApprovalParts => parts.approval !== undefined;
