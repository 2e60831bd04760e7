import { isUndecided } from '../ideas/lifecycle.ts';
import { type Submission, submissions } from '../ideas/model.ts';
import { type State, states } from '../ideas/terms.ts';
import type { DocumentStore } from '../store/document-store.ts';

// Nothing of an idea that was meant for the innovation team alone is told, not even that it is there.
const namingsForAll = ['named', 'anonymous'] as const satisfies readonly Submission['naming'][];

const undecided = states.filter(isUndecided);
const standing = states.filter((state) => state !== 'withdrawn');

/** What is told to everybody of the ideas of a challenge. */
export interface CameIn {
  readonly count: number;
  /** Of those that may be read by everybody now: the best news first, then the newest. */
  readonly shown: readonly Submission[];
}

/** What became of the ideas of a challenge that everybody may know of, by state; states of none are left out. */
export type Decided = readonly { readonly state: State; readonly count: number }[];

const mostShown = 10;

/** States whose ideas everybody may read, in the order they are told. */
const told = [
  'adopted',
  'trial',
  'published',
  'ended',
  'parked',
  'received',
  'inReview',
  'question',
] as const;

const idOf = (id: string) => ({ 'challenge.id': id });

/** How many ideas everybody may know of came in. Those that were withdrawn do not count. */
export const countCameIn = (store: DocumentStore, tenantId: string, id: string): Promise<number> =>
  store.count(submissions, tenantId, {
    ...idOf(id),
    naming: { in: namingsForAll },
    state: { in: standing },
  });

/** @param only the states of the ideas that are shown; all that everybody may read when absent. */
export async function cameIn(
  store: DocumentStore,
  tenantId: string,
  id: string,
  only: readonly State[] = told,
): Promise<CameIn> {
  const shown: Submission[] = [];
  for (const state of told) {
    if (!only.includes(state) || shown.length === mostShown) continue;
    const { documents } = await store.query(submissions, tenantId, {
      where: { ...idOf(id), naming: { in: namingsForAll }, state },
      orderBy: { field: 'createdAt', direction: 'descending' },
      limit: mostShown - shown.length,
    });
    shown.push(...documents.map(({ body }) => body));
  }
  return { count: await countCameIn(store, tenantId, id), shown };
}

/** How many came in for the innovation team's eyes: all that were not withdrawn. */
export const countForTeam = (store: DocumentStore, tenantId: string, id: string): Promise<number> =>
  store.count(submissions, tenantId, { ...idOf(id), state: { in: standing } });

export async function decidedOf(store: DocumentStore, tenantId: string, id: string): Promise<Decided> {
  const counted = await Promise.all(
    standing.map(async (state) => ({
      state,
      count: await store.count(submissions, tenantId, {
        ...idOf(id),
        naming: { in: namingsForAll },
        state,
      }),
    })),
  );
  return counted.filter(({ count }) => count > 0);
}

/**
 * Whether there is something to tell and nothing left to wait for: everybody may know of at least one idea, and none
 * of all waits for a decision, those for the innovation team included.
 */
export async function isAllDecided(store: DocumentStore, tenantId: string, id: string): Promise<boolean> {
  const [known, open] = await Promise.all([
    countCameIn(store, tenantId, id),
    store.count(submissions, tenantId, { ...idOf(id), state: { in: undecided } }),
  ]);
  return known > 0 && open === 0;
}
