import { createHash } from 'node:crypto';
import { lastOf, openStates } from '../ideas/lifecycle.ts';
import { type Submission, submissions } from '../ideas/model.ts';
import { changeSubmission } from '../ideas/steps.ts';
import { type PendingEvent, withEvent } from '../outbox/event.ts';
import type { By } from '../people/by.ts';
import { everyDocument } from '../store/every-document.ts';
import { ownersOf } from './assign.ts';
import { giveInstead } from './give.ts';
import { isWithinReach } from './reach.ts';
import type { TriageParts } from './work-on.ts';

/** Raised by the first submission that a hand-over gives; `data` is a HandOver: what it has not given yet follows. */
export const handedOver = 'idea.handedOver';

/** All that one owner has goes to another. */
export interface HandOver {
  /** Names it for ever: of the same form sent twice it is the same. */
  readonly id: string;
  readonly from: string;
  readonly to: By;
  readonly by: By;
  /** The service areas of the one who hands over; undefined: all. */
  readonly reach: readonly string[] | undefined;
}

type HandOverParts = Pick<TriageParts, 'store' | 'relay' | 'clock'>;

const batchSize = 200;

// What can surely be done while a person waits. The rest follows by itself.
const mostAtOnce = 20;
const inParallel = 5;

export const handOverId = (by: By, formId: string): string =>
  createHash('sha256').update(`${by.personId}/${formId}`).digest('base64url');

/**
 * Gives as many as can be given while a person waits, and leaves the rest to the event that the first of them raises.
 * Pressed twice at once, each is given once.
 */
export async function beginHandOver(
  parts: HandOverParts,
  tenantId: string,
  wish: HandOver,
): Promise<{ readonly given: number; readonly more: boolean }> {
  const left: Submission[] = [];
  for await (const submission of ofOwner(parts, tenantId, wish)) {
    left.push(submission);
    if (left.length > mostAtOnce) break;
  }
  const more = left.length > mostAtOnce;
  let given = 0;
  while (given === 0 && left.length > 0) {
    const first = left.shift();
    if (first && (await giveOne(parts, tenantId, wish, first.reference, { more }))) given += 1;
  }
  await giveEach(parts, tenantId, wish, left.slice(0, mostAtOnce - 1), () => {
    given += 1;
  });
  return { given, more };
}

/** Gives whatever is left. May stop anywhere and run again. Resolves to how many have gone over in all. */
export async function finishHandOver(
  parts: HandOverParts,
  tenantId: string,
  wish: HandOver,
): Promise<number> {
  let page: Submission[] = [];
  for await (const submission of ofOwner(parts, tenantId, wish)) {
    page.push(submission);
    if (page.length < batchSize) continue;
    await giveEach(parts, tenantId, wish, page);
    page = [];
  }
  await giveEach(parts, tenantId, wish, page);
  let count = 0;
  for await (const submission of openOnes(parts, tenantId))
    if (lastOf(submission, 'assigned')?.handOver === wish.id) count += 1;
  return count;
}

async function giveEach(
  parts: HandOverParts,
  tenantId: string,
  wish: HandOver,
  each: readonly Submission[],
  onGiven: () => void = () => undefined,
): Promise<void> {
  const left = [...each];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift())
      if (await giveOne(parts, tenantId, wish, next.reference)) onGiven();
  };
  await Promise.all(Array.from({ length: inParallel }, worker));
}

/** @param first the one that raises the event, and whether there are more than can be given at once. */
async function giveOne(
  { store, relay, clock }: HandOverParts,
  tenantId: string,
  wish: HandOver,
  reference: string,
  first?: { readonly more: boolean },
): Promise<boolean> {
  let given = false;
  const now = clock.now();
  const submission = await changeSubmission(store, tenantId, reference, (current) => {
    given = false;
    // Somebody else may have given it away meanwhile.
    if (!isOwner(current, wish.from)) return undefined;
    const outcome = giveInstead(current, wish.by, wish.from, wish.to, now, wish.id);
    if (outcome.kind !== 'given') return undefined;
    given = true;
    return first ? withEvent(outcome.next, eventOf(wish, outcome.next, now, first.more)) : outcome.next;
  });
  if (submission?.eventsPending) relay(submissions, tenantId, reference);
  return given;
}

const isOwner = (submission: Submission, id: string): boolean =>
  ownersOf(submission).some(({ personId }) => personId === id);

async function* ofOwner(
  parts: HandOverParts,
  tenantId: string,
  { from, reach }: HandOver,
): AsyncGenerator<Submission> {
  const isWithin = isWithinReach({ reach });
  for await (const submission of openOnes(parts, tenantId))
    if (isOwner(submission, from) && isWithin(submission)) yield submission;
}

async function* openOnes({ store }: HandOverParts, tenantId: string): AsyncGenerator<Submission> {
  const open = everyDocument(store, submissions, tenantId, {
    where: { state: { in: openStates } },
    orderBy: { field: 'createdAt', direction: 'ascending' },
    limit: batchSize,
  });
  for await (const { body } of open) yield body;
}

const eventOf = (
  { id, from, to, by, reach }: HandOver,
  { reference }: Submission,
  now: Date,
  more: boolean,
): PendingEvent => ({
  id: `submissions/${reference}/handOver/${id}`,
  type: handedOver,
  at: now.toISOString(),
  data: {
    handOver: id,
    from,
    to: to.personId,
    toName: to.name,
    by: by.personId,
    byName: by.name,
    ...(reach && { reach: JSON.stringify(reach) }),
    ...(more && { more: 'yes' }),
  },
});
