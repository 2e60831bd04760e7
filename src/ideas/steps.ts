import { withEvent } from '../outbox/event.ts';
import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { withNextAct } from './act-on.ts';
import type { HistoryEntry } from './history.ts';
import { type Submission, submissions } from './model.ts';

/** What a step adds to the history; number and instant are given to it. */
export type Step = HistoryEntry extends infer Entry
  ? Entry extends unknown
    ? Omit<Entry, 'n' | 'at'>
    : never
  : never;

/** The event that a step of a submission raises; `data.entry` is the number of its history entry. */
export const stepEvent = <What extends HistoryEntry['what']>(what: What): `idea.${What}` => `idea.${what}`;

/** Raised when the mark that an author cannot be reached comes or goes. */
export const reachChanged = 'idea.reachChanged';

/** Raised by what the innovation team does among itself: the card is drawn anew, nobody is told. */
export const workChanged = 'idea.workChanged';

/** The submission with what changed among the innovation team; `id` names this change for ever. */
export const withWork = (submission: Submission, id: string, now: Date): Submission =>
  withEvent(submission, {
    id: `submissions/${submission.reference}/work/${id}`,
    type: workChanged,
    at: now.toISOString(),
    data: {},
  });

/** The submission one step on: the change, its history entry and its event are one write; its next date follows from them. */
export function withStep(
  submission: Submission,
  step: Step,
  now: Date,
  changed: Partial<Submission> = {},
): Submission {
  const n = submission.history.length;
  const at = now.toISOString();
  const entry: HistoryEntry = { ...step, n, at };
  return withEvent(withNextAct({ ...submission, ...changed, history: [...submission.history, entry] }), {
    id: `submissions/${submission.reference}/${n}`,
    type: stepEvent(step.what),
    at,
    data: { entry: String(n) },
  });
}

/**
 * Changes a submission under its etag. `change` returns undefined when it already stands as it should.
 * Resolves to the submission as it now stands, or undefined when there is none.
 */
export async function changeSubmission(
  store: DocumentStore,
  tenantId: string,
  reference: string,
  change: (submission: Submission) => Submission | undefined,
): Promise<Submission | undefined> {
  return (await changeDocument(store, submissions, tenantId, reference, change))?.body;
}

export async function submissionOf(
  store: Pick<DocumentStore, 'get'>,
  tenantId: string,
  reference: string,
): Promise<Submission | undefined> {
  return (await store.get(submissions, tenantId, reference))?.body;
}
