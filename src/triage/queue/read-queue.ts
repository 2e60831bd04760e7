import { type Submission, submissions } from '../../ideas/model.ts';
import { referenceSchema } from '../../ideas/reference.ts';
import { submissionOf } from '../../ideas/steps.ts';
import { writeContinuation } from '../../store/continuation.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { directionOf, type Filter, fits, isCountable, whereOf } from './filter.ts';

export interface QueuePage {
  readonly submissions: readonly Submission[];
  /** Place to go on from; absent at the end. */
  readonly after?: string;
  /** No further one was found so far, but not all have been looked at. */
  readonly unfinished: boolean;
}

interface Wanted {
  readonly filter: Filter;
  readonly after: string;
  readonly size: number;
  readonly now: Date;
  /** Whether the person may see it at all. */
  readonly isWithin: (submission: Submission) => boolean;
}

const batchSize = 200;

// How many one press may look at; the next page goes on from there.
const mostLookedAt = 1000;

/** One page of the submissions that a filter asks for. Throws UnknownContinuation for a place of another list. */
export async function readQueue(store: DocumentStore, tenantId: string, wanted: Wanted): Promise<QueuePage> {
  const { filter, size, isWithin } = wanted;
  const reference = referenceIn(filter.find);
  if (reference !== undefined) {
    const found = await submissionOf(store, tenantId, reference);
    if (found && isWithin(found)) return { submissions: [found], unfinished: false };
  }
  const isWanted = fits(filter);
  const direction = directionOf(filter);
  const where = whereOf(filter, wanted.now);
  const found: Submission[] = [];
  let next: string | undefined = wanted.after || undefined;
  let lookedAt = 0;
  do {
    const page = await store.query(submissions, tenantId, {
      where,
      orderBy: { field: 'createdAt', direction },
      limit: batchSize,
      after: next,
    });
    const bodies = page.documents.map(({ body }) => body);
    found.push(...bodies.filter((body) => isWanted(body) && isWithin(body)));
    lookedAt += page.documents.length;
    next = page.continuation;
  } while (next && found.length <= size && lookedAt < mostLookedAt);
  const shown = found.slice(0, size);
  const last = shown.at(-1);
  const more = found.length > size && last ? placeAfter(last, filter) : next;
  return {
    submissions: shown,
    ...(more && { after: more }),
    unfinished: more !== undefined && found.length <= size,
  };
}

/** How many a filter shows; undefined where it asks for what would have to be read to be counted. */
export async function countQueue(
  store: DocumentStore,
  tenantId: string,
  filter: Filter,
  now: Date,
): Promise<number | undefined> {
  return isCountable(filter) ? store.count(submissions, tenantId, whereOf(filter, now)) : undefined;
}

function referenceIn(find: string): string | undefined {
  return referenceSchema.safeParse(find.toUpperCase().replaceAll(/[^0-9A-Z]/gu, '')).data;
}

/** The place in a filter's list that comes after a submission. */
export const placeAfter = ({ reference, createdAt }: Submission, filter: Pick<Filter, 'show'>): string =>
  writeContinuation(
    { collection: submissions.name, field: 'createdAt', direction: directionOf(filter) },
    { value: createdAt, id: reference },
  );
