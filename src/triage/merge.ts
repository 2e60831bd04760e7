import { bringMarks } from '../engagement/bring-marks.ts';
import { mayBecome } from '../ideas/lifecycle.ts';
import { type Submission, submissions } from '../ideas/model.ts';
import { ideaSubject, recount } from '../ideas/recount.ts';
import { changeSubmission, submissionOf, withStep } from '../ideas/steps.ts';
import type { By } from '../people/by.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { TriageParts } from './work-on.ts';

export interface Merge {
  readonly by: By;
  readonly from: string;
  readonly into: string;
  readonly reason: string;
}

export type MergeOutcome =
  | { readonly kind: 'merged'; readonly submission: Submission }
  | { readonly kind: 'itself' | 'unknown' | 'otherKind' }
  /** One of the two is decided for good, withdrawn or merged itself. */
  | { readonly kind: 'sourceNotPossible' | 'targetNotPossible'; readonly submission: Submission };

type Absorbed = NonNullable<Submission['absorbed']>[number];

/** A merge may stop anywhere: the job takes it up again after this, or lets the reservation go. */
export const reservationMs = 120_000;

/**
 * Merges one submission into another. First the target is reserved, then the source is written with its event, and
 * last the supporters and followers come along. Each step may be run again; of two merges that would make a circle
 * neither is made.
 */
export async function merge(
  parts: Pick<TriageParts, 'store' | 'relay'>,
  tenantId: string,
  wish: Merge,
  now: Date,
): Promise<MergeOutcome> {
  const { store, relay } = parts;
  const { from, into } = wish;
  if (from === into) return { kind: 'itself' };
  const [source, target] = await Promise.all([
    submissionOf(store, tenantId, from),
    submissionOf(store, tenantId, into),
  ]);
  if (!source || !target) return { kind: 'unknown' };
  if (source.state === 'merged' && source.mergedInto === into) return { kind: 'merged', submission: source };
  if ((source.kind === 'project') !== (target.kind === 'project')) return { kind: 'otherKind' };
  if (!mayMerge(source)) return { kind: 'sourceNotPossible', submission: source };
  const reserved = await reserve(store, tenantId, into, source, now);
  if (!reserved || !absorbedIn(reserved, from))
    return { kind: 'targetNotPossible', submission: reserved ?? target };
  const written = await changeSubmission(store, tenantId, from, (current) =>
    mayMerge(current) ? mergedInto(current, target, wish, now) : undefined,
  );
  if (written?.mergedInto !== into) {
    await release(store, tenantId, into, from);
    return { kind: 'sourceNotPossible', submission: written ?? source };
  }
  relay(submissions, tenantId, from);
  await bringAlong(parts, tenantId, into, from, now);
  return { kind: 'merged', submission: written };
}

/** Whether a submission may go into another: it is not decided for good, and none is on its way into it. */
export const mayMerge = (submission: Submission): boolean =>
  mayBecome(submission, 'merged') && !submission.absorbed?.some(({ moved }) => !moved);

/** Whether another may go into it. */
export const mayAbsorb = ({ state }: Submission): boolean =>
  state !== 'merged' && state !== 'withdrawn' && state !== 'declined' && state !== 'ended';

const absorbedIn = ({ absorbed = [] }: Submission, reference: string): Absorbed | undefined =>
  absorbed.find((one) => one.reference === reference);

const reserve = (
  store: DocumentStore,
  tenantId: string,
  into: string,
  { reference, title, naming, author }: Submission,
  now: Date,
): Promise<Submission | undefined> =>
  changeSubmission(store, tenantId, into, (current) => {
    if (!mayAbsorb(current) || absorbedIn(current, reference)) return undefined;
    const credited = naming === 'named' ? author : undefined;
    const one = {
      reference,
      title,
      ...(credited && { author: credited }),
      reservedAt: now.toISOString(),
      moved: false,
    };
    return { ...current, absorbed: [...(current.absorbed ?? []), one], absorbing: true };
  });

function mergedInto(source: Submission, target: Submission, { by, reason }: Merge, now: Date): Submission {
  const { questionAsked: _, actOn: __, ...rest } = source;
  const { reference: into, title } = target;
  return withStep(rest, { what: 'merged', by, into, title, reason }, now, {
    state: 'merged',
    mergedInto: into,
    owner: source.owner ?? by,
  });
}

/** Takes a reservation back whose source was not merged after all. */
export async function release(
  store: DocumentStore,
  tenantId: string,
  into: string,
  reference: string,
): Promise<void> {
  await changeSubmission(store, tenantId, into, (current) => {
    if (absorbedIn(current, reference)?.moved !== false) return undefined;
    return withAbsorbed(
      current,
      (current.absorbed ?? []).filter((one) => one.reference !== reference),
    );
  });
}

/**
 * Brings the supporters and followers of a merged submission to the one it was merged into, its author as a follower
 * among them, and notes that they have come.
 */
export async function bringAlong(
  { store, relay }: Pick<TriageParts, 'store' | 'relay'>,
  tenantId: string,
  into: string,
  reference: string,
  now: Date,
): Promise<void> {
  const [source, target] = await Promise.all([
    submissionOf(store, tenantId, reference),
    submissionOf(store, tenantId, into),
  ]);
  if (!source || !target) return;
  const [from, to] = [ideaSubject(tenantId, reference), ideaSubject(tenantId, into)];
  await bringMarks(store, { from, to }, { author: source.author, not: target.author?.personId, now });
  await changeSubmission(store, tenantId, into, (current) => {
    if (absorbedIn(current, reference)?.moved !== false) return undefined;
    const absorbed = (current.absorbed ?? []).map((one) =>
      one.reference === reference ? { ...one, moved: true } : one,
    );
    const { title } = source;
    return withStep(withAbsorbed(current, absorbed), { what: 'absorbed', reference, title }, now);
  });
  await recount(store, tenantId, into, { type: 'idea.counted', now });
  relay(submissions, tenantId, into);
}

function withAbsorbed(submission: Submission, absorbed: readonly Absorbed[]): Submission {
  const { absorbed: _, absorbing: __, ...rest } = submission;
  return {
    ...rest,
    ...(absorbed.length > 0 && { absorbed: [...absorbed] }),
    ...(absorbed.some(({ moved }) => !moved) && { absorbing: true }),
  };
}
