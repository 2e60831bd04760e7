import { type Answer, sayText, showCard } from '../bot/answer.ts';
import type { Roster } from '../bot/roster.ts';
import type { Turn } from '../bot/turn.ts';
import type { DueDates } from '../ideas/due-dates.ts';
import type { FindAlike } from '../ideas/evidence/alike.ts';
import { type Submission, submissions } from '../ideas/model.ts';
import { changeSubmission } from '../ideas/steps.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { By } from '../people/by.ts';
import type { FindTriager } from '../people/triagers.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import type { Words } from '../words/words.ts';
import { triageCard } from './cards.ts';
import type { SpreadFigures } from './numbers/model.ts';
import type { LostLead } from './today/lost-leads.ts';

export interface TriageParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly tenants: readonly string[];
  /** The words of what is sent, which answers nobody's turn. */
  readonly words: Words;
  readonly relay: Outbox['relay'];
  readonly dueDates: (submission: Submission) => DueDates;
  readonly calendar: WorkingCalendar;
  /** The local date of an instant. */
  readonly localDate: (instant: Date) => string;
  readonly mayDecideOwn: boolean;
  readonly findTriager: FindTriager;
  readonly roster: Pick<Roster, 'members'>;
  /** Those who belong to the innovation team whatever the teams of the channels say. */
  readonly innovationTeam: readonly string[];
  readonly findAlike: FindAlike;
  /** Challenges that ideas may be sought by, the newest first, that of the given id among them. */
  readonly challengesToChoose: (
    tenantId: string,
    id: string,
  ) => Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** The service areas of the council. */
  readonly services: readonly string[];
  /** Figures of what is tried in other services, which rooms above this one know. */
  readonly spreadFigures: (turn: Turn) => Promise<SpreadFigures>;
  /** What other services try whose leads cannot be reached, which rooms above this one know. */
  readonly lostReplicationLeads: (turn: Turn) => Promise<readonly LostLead[]>;
  /** What is scored besides impact and effort. */
  readonly criteria: readonly string[];
}

/** Who acts, as it is kept in the history. */
export const byOf = ({ actor }: Turn): By => ({ personId: actor.personId, name: actor.name });

/**
 * Changes a submission for a triager and hands on what that causes. `change` returns undefined where nothing is to
 * be done. Resolves to the submission as it stands, or undefined when it is not there.
 */
export async function workOn(
  parts: TriageParts,
  { actor }: Turn,
  reference: string,
  change: (submission: Submission) => Submission | undefined,
): Promise<Submission | undefined> {
  const submission = await changeSubmission(parts.store, actor.tenantId, reference, change);
  if (submission?.eventsPending) parts.relay(submissions, actor.tenantId, reference);
  return submission;
}

/** The present card, whatever the pressed one showed. */
export const showTriage = (
  parts: TriageParts,
  { words, now }: Turn,
  submission: Submission | undefined,
): Answer =>
  submission
    ? showCard(triageCard(words, submission, parts.dueDates(submission), now))
    : sayText(words.say('triage.missing'));
