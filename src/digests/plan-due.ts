import { changeDocument } from '../store/change-document.ts';
import { DocumentChanged, type StoredDocument, StoreUnavailable } from '../store/document-store.ts';
import { everyPage } from '../store/every-document.ts';
import type { Job } from '../time/job.ts';
import { nextRun, type Schedule } from '../time/schedule.ts';
import type { Published } from './announce.ts';
import { holdBack } from './approval/hold-back.ts';
import { type Judge, judgeDue } from './approval/judge-due.ts';
import { afterEdition } from './compose-edition.ts';
import { type ComposeRun, composeRun } from './compose-run.ts';
import { editions, type Subscription, subscriptions } from './model.ts';
import { type DigestParts, hasApproval } from './parts.ts';
import { publishEditions } from './publish-editions.ts';
import { scatter, unheardOf } from './together/leave.ts';
import { countMembers } from './together/members.ts';

const pageSize = 500;
/** Editions are handed to the relay once so many were touched, or the run is over: most pages share one. */
const relayedTogether = 200;

/**
 * Publishes the editions that are due, a page of subscriptions at a time. A page that fails stops no other; its
 * subscriptions are tried one by one, and what fails then is tried again next time.
 */
export function planDueEditions(parts: DigestParts): Job {
  return {
    name: 'digests.plan',
    everySeconds: 60,
    async run(signal) {
      for (const tenantId of parts.tenants) {
        const compose = composeRun(parts, tenantId, 'due');
        const judge = hasApproval(parts) ? judgeDue(parts, tenantId, compose) : undefined;
        const run = { ...(judge ?? compose), nextOf: nextRuns(parts.clock.now()), judge };
        const touched = new Set<string>();
        const relay = () => {
          for (const id of touched) parts.relay(editions, tenantId, id);
          touched.clear();
        };
        for await (const page of duePages(parts, tenantId)) {
          if (signal.aborted) break;
          for (const id of await planPage(parts, run, tenantId, page)) touched.add(id);
          if (touched.size >= relayedTogether) relay();
        }
        relay();
      }
    },
  };
}

type Due = StoredDocument<Subscription>;

interface PlanRun extends ComposeRun {
  /** Absent where editions go without anybody looking at them before. */
  readonly judge: Judge | undefined;
  /** When a schedule runs next, as an instant. */
  readonly nextOf: (schedule: Schedule) => string;
}

/** Thousands share a schedule, and it costs more to find its next run than to look it up. */
function nextRuns(now: Date): PlanRun['nextOf'] {
  const known = new Map<string, string>();
  return (schedule) => {
    const key = JSON.stringify(schedule);
    const next = known.get(key) ?? nextRun(schedule, now).toISOString();
    known.set(key, next);
    return next;
  };
}

const duePages = ({ store, clock }: DigestParts, tenantId: string): AsyncIterable<readonly Due[]> =>
  everyPage(store, subscriptions, tenantId, {
    where: { state: 'active', dueAt: { atMost: clock.now().toISOString() } },
    orderBy: { field: 'dueAt', direction: 'ascending' },
    limit: pageSize,
  });

/** The ids of the editions whose postings wait for the relay. */
async function planPage(
  parts: DigestParts,
  run: PlanRun,
  tenantId: string,
  page: readonly Due[],
): Promise<readonly string[]> {
  try {
    return await plan(parts, run, tenantId, page);
  } catch (error) {
    // A store that does not answer would fail for each of them.
    if (page.length > 1 && !(error instanceof StoreUnavailable)) {
      const touched: string[] = [];
      for (const one of page) touched.push(...(await planPage(parts, run, tenantId, [one])));
      return touched;
    }
    parts.telemetry.error('digests.planFailed', error, {
      tenant: tenantId,
      subscription: page[0]?.id,
      subscriptions: page.length,
    });
    return [];
  }
}

async function plan(
  parts: DigestParts,
  run: PlanRun,
  tenantId: string,
  arrived: readonly Due[],
): Promise<readonly string[]> {
  const members = await membersOf(parts, tenantId, arrived);
  await Promise.all(
    arrived.filter(({ id }) => members.get(id) === 0).map((empty) => endEmpty(parts, run, empty)),
  );
  const there = arrived.filter(({ id }) => members.get(id) !== 0);
  const page = await thoseThatGo(parts, run, tenantId, there);
  const wanted = page.map((subscription) => ({
    subscription,
    occasion: { because: 'due', dueAt: subscription.body.dueAt } as const,
    members: members.get(subscription.id),
  }));
  const published = await publishEditions(parts, run, tenantId, wanted);
  await Promise.all(
    page.map((subscription) => moveOn(parts, run, subscription, published.get(subscription.id))),
  );
  return [...new Set([...published.values()].map(({ edition }) => edition))];
}

/** How many follow each of those that are shared. Where editions wait to be approved, each is planned by itself. */
async function membersOf(
  { store, approval }: DigestParts,
  tenantId: string,
  page: readonly Due[],
): Promise<ReadonlyMap<string, number>> {
  const members = new Map<string, number>();
  for (const { id, body } of page) {
    if (!body.shared) continue;
    if (approval) await scatter(store, tenantId, id);
    members.set(id, await countMembers(store, tenantId, id));
  }
  return members;
}

/** Nobody follows it any more. At its first time somebody may be about to, so it is kept until the next. */
async function endEmpty(parts: DigestParts, run: PlanRun, empty: Due): Promise<void> {
  const { dueAt, shared } = empty.body;
  if (dueAt === shared?.from) return moveOn(parts, run, empty, undefined);
  try {
    await parts.store.remove(subscriptions, empty.partition, empty.id, empty.etag);
  } catch (error) {
    if (!(error instanceof DocumentChanged)) throw error;
  }
}

/** The subscriptions whose editions go now. Those that must wait to be approved are moved on. */
async function thoseThatGo(
  parts: DigestParts,
  run: PlanRun,
  tenantId: string,
  arrived: readonly Due[],
): Promise<readonly Due[]> {
  if (!run.judge || !hasApproval(parts)) return arrived;
  const { ready, waiting } = await run.judge.judge(arrived);
  if (waiting.length === 0) return ready;
  const { approved, held } = await holdBack(parts, run.judge, tenantId, waiting);
  await Promise.all(
    held.map(({ subscription, draft }) => moveOn(parts, run, subscription, undefined, draft.id)),
  );
  return [...ready, ...approved];
}

/**
 * Moves a subscription to its next instant, once its posting is there. A crash before this leaves it due: the next run
 * finds the posting. The next one is due after the present, so an outage is followed by one edition.
 */
async function moveOn(
  { store }: DigestParts,
  { nextOf }: PlanRun,
  current: Due,
  published: Published | undefined,
  waitsFor?: string,
): Promise<void> {
  const { dueAt, shared } = current.body;
  const before = shared ? await unheardOf(store, current) : [];
  const unheard = [...before.map((posted) => posted.dueAt), ...(published ? [dueAt] : [])];
  const next = (body: Subscription): Subscription => {
    const told = published ? afterEdition(body, published.body) : body;
    // Somebody chose another time meanwhile, or another replica was here: their instant stays.
    if (body.dueAt !== dueAt) return told;
    const { waitsFor: _, follows: __, ...moved } = { ...told, dueAt: nextOf(body.schedule) };
    if (waitsFor !== undefined) return { ...moved, waitsFor };
    return moved.shared ? { ...moved, shared: { ...moved.shared, unheard } } : moved;
  };
  try {
    await store.replace(subscriptions, current, next(current.body));
  } catch (error) {
    if (!(error instanceof DocumentChanged)) throw error;
    await changeDocument(store, subscriptions, current.partition, current.id, next);
  }
}
