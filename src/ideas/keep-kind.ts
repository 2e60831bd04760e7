import type { DocumentStore } from '../store/document-store.ts';
import type { InnovationKind } from './innovation-kinds.ts';
import { type Submission, submissions } from './model.ts';
import { changeSubmission, withStep } from './steps.ts';
import type { State } from './terms.ts';

const undecided: readonly State[] = ['received', 'inReview', 'question'];

const mostOffered = 10;

/** A person's own submissions on which nothing is decided, the newest first: the latest ten of their latest hundred. */
export async function undecidedOf(
  store: DocumentStore,
  who: { readonly tenantId: string; readonly personId: string },
): Promise<readonly Submission[]> {
  const { documents } = await store.query(submissions, who.tenantId, {
    where: { 'author.personId': who.personId },
    orderBy: { field: 'createdAt', direction: 'descending' },
    limit: 100,
  });
  return documents
    .map(({ body }) => body)
    .filter(({ state }) => undecided.includes(state))
    .slice(0, mostOffered);
}

/** Keeps a kind of innovation on a person's own undecided submission. Kept again, it changes nothing. */
export async function keepKind(
  store: DocumentStore,
  who: { readonly tenantId: string; readonly personId: string },
  { reference, kind, now }: { reference: string; kind: InnovationKind; now: Date },
): Promise<{ outcome: 'kept' | 'decided' | 'notTheirs'; submission: Submission | undefined }> {
  let outcome: 'kept' | 'decided' | 'notTheirs' = 'notTheirs';
  const submission = await changeSubmission(store, who.tenantId, reference, (current) => {
    outcome = 'notTheirs';
    if (current.author?.personId !== who.personId) return undefined;
    outcome = 'kept';
    if (current.innovationKind === kind.code) return undefined;
    outcome = 'decided';
    if (!undecided.includes(current.state)) return undefined;
    outcome = 'kept';
    const step = { what: 'kindChosen', innovationKind: kind.code, name: kind.name } as const;
    return withStep(current, step, now, { innovationKind: kind.code });
  });
  return { outcome, submission };
}
