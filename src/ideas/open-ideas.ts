import { soughtBy } from '../reading/sought.ts';
import { writeContinuation } from '../store/continuation.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import { stemsOf } from '../subjects/stems.ts';
import type { Words } from '../words/words.ts';
import { type Submission, submissions } from './model.ts';
import { submissionOf } from './steps.ts';
import type { State } from './terms.ts';

/** The states in which everybody may see an idea. One that is not named here is for its author and the team. */
const statesForAll = [
  'received',
  'inReview',
  'question',
  'trial',
  'adopted',
  'parked',
  'reported',
] as const satisfies readonly State[];

const namingsForAll = ['named', 'anonymous'] as const satisfies readonly Submission['naming'][];

/** Whether everybody may see a submission: not one that was meant for the team only, and not one that is declined. */
export const isOpenToAll = ({ state, naming }: Submission): boolean =>
  statesForAll.some((open) => open === state) && namingsForAll.some((open) => open === naming);

/** A submission that everybody may see; undefined when there is none or it is not for everybody. */
export async function openIdea(
  store: DocumentStore,
  tenantId: string,
  reference: string,
): Promise<Submission | undefined> {
  const submission = await submissionOf(store, tenantId, reference);
  return submission && isOpenToAll(submission) ? submission : undefined;
}

const mostMerges = 10;

/** The same, but for one that was merged the one that goes on for it. */
export async function openIdeaGoingOn(
  store: DocumentStore,
  tenantId: string,
  reference: string,
): Promise<Submission | undefined> {
  let submission = await submissionOf(store, tenantId, reference);
  for (let step = 0; submission?.mergedInto && step < mostMerges; step++)
    submission = await submissionOf(store, tenantId, submission.mergedInto);
  return submission && isOpenToAll(submission) ? submission : undefined;
}

export interface OpenIdeas {
  /** Newest first. */
  readonly ideas: readonly Submission[];
  /** Place to go on from; absent at the end. */
  readonly older?: string;
}

const pageSize = 5;
const batchSize = 50;

// How many a search by words may look at for one page; the button "older" goes on from there.
const mostLookedAt = 500;

/** One page of the ideas that everybody may see: all, those of a theme or topic, or those with all of the words. */
export async function openIdeas(
  store: DocumentStore,
  tenantId: string,
  words: Words,
  { find, after }: { find: string; after: string | undefined },
): Promise<OpenIdeas> {
  const sought = soughtBy(words, find);
  const isSought = ({ body }: StoredDocument<Submission>): boolean => {
    if (sought.kind === 'everything') return true;
    if (sought.kind === 'subject')
      return sought.subject.kind === 'topic'
        ? body.topics.includes(sought.subject.code)
        : body.theme === sought.subject.code;
    const stems = new Set(stemsOf(`${body.title} ${body.change} ${body.benefit ?? ''}`));
    return sought.stems.every((stem) => stems.has(stem));
  };
  const found: StoredDocument<Submission>[] = [];
  let next = after || undefined;
  let lookedAt = 0;
  do {
    const page = await store.query(submissions, tenantId, {
      where: { naming: { in: namingsForAll }, state: { in: statesForAll } },
      orderBy: { field: 'createdAt', direction: 'descending' },
      limit: sought.kind === 'everything' ? pageSize + 1 : batchSize,
      after: next,
    });
    found.push(...page.documents.filter(isSought));
    lookedAt += page.documents.length;
    next = page.continuation;
  } while (next && found.length <= pageSize && lookedAt < mostLookedAt);
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  const older = found.length > pageSize && last ? placeAfter(last) : next;
  return { ideas: shown.map(({ body }) => body), ...(older && { older }) };
}

/** How many everybody may see. */
export const countOpenIdeas = (store: DocumentStore, tenantId: string): Promise<number> =>
  store.count(submissions, tenantId, { naming: { in: namingsForAll }, state: { in: statesForAll } });

const placeAfter = ({ id, body }: StoredDocument<Submission>): string =>
  writeContinuation(
    { collection: submissions.name, field: 'createdAt', direction: 'descending' },
    { value: body.createdAt, id },
  );
