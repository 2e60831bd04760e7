import { DocumentChanged, type DocumentStore, type StoredDocument } from '../../store/document-store.ts';
import { everyDocument } from '../../store/every-document.ts';
import type { Job } from '../../time/job.ts';
import { never, type Subscription, subscriptions } from '../model.ts';
import { type DigestParts, hasApproval } from '../parts.ts';
import { alikeKey, following, sharedOf } from './progress.ts';

/** For fewer it is not worth it. */
const fewestTogether = 10;
const pageSize = 500;
const atOnce = 20;
const mostHeld = 5_000;
/** What is due sooner is left as it is. */
const soonMs = 10 * 60_000;

type Stored = StoredDocument<Subscription>;

/**
 * Lets subscriptions that get the same editions at the same times follow one that they share, so that planning them
 * writes one document instead of one for each. Where editions wait to be approved each is planned by itself.
 */
export function gatherAlike(parts: DigestParts): Job {
  const { store, clock, tenants } = parts;
  return {
    name: 'digests.gather',
    everySeconds: 6 * 3600,
    async run(signal) {
      if (hasApproval(parts)) return;
      for (const tenantId of tenants) await gatherIn(store, tenantId, clock.now(), signal);
    },
  };
}

async function gatherIn(store: DocumentStore, tenantId: string, now: Date, signal: AbortSignal) {
  const above = new Date(now.getTime() + soonMs).toISOString();
  const alike = new Map<string, Stored[]>();
  let held = 0;
  let dueAt = '';
  const gather = async (fewest: number) => {
    for (const [key, some] of alike) if (some.length >= fewest) await join(store, tenantId, key, some);
    alike.clear();
    held = 0;
  };
  for await (const one of everyDocument(store, subscriptions, tenantId, {
    where: { state: 'active', dueAt: { above, below: never } },
    orderBy: { field: 'dueAt', direction: 'ascending' },
    limit: pageSize,
  })) {
    if (signal.aborted) return;
    const { body } = one;
    if (body.shared || body.waitsFor !== undefined) continue;
    // Those that are alike are due together and come one after the other.
    if (body.dueAt !== dueAt || held >= mostHeld) await gather(fewestTogether);
    dueAt = body.dueAt;
    const key = alikeKey(body);
    const some = alike.get(key) ?? [];
    some.push(one);
    alike.set(key, some);
    held++;
  }
  await gather(fewestTogether);
}

/**
 * Each is first said to follow while it is still due by itself, and only then no longer due: by then it is sure that
 * the shared one has not been planned without it. Stopped anywhere, all are planned once, by either.
 */
async function join(store: DocumentStore, tenantId: string, id: string, some: readonly Stored[]) {
  const [first] = some;
  if (!first) return;
  await store.createMany(subscriptions, tenantId, [{ id, body: sharedOf(id, first.body) }]);
  const announced = await eachUnchanged(some, (one) =>
    store.replace(subscriptions, one, { ...one.body, follows: id }),
  );
  const shared = await store.get(subscriptions, tenantId, id);
  if (shared?.body.dueAt !== first.body.dueAt) return;
  await eachUnchanged(announced, (one) => store.replace(subscriptions, one, following(id, one.body)));
}

/** What somebody changed meanwhile stays as it is. */
async function eachUnchanged(
  some: readonly Stored[],
  write: (one: Stored) => Promise<Stored>,
): Promise<readonly Stored[]> {
  const written: Stored[] = [];
  for (let at = 0; at < some.length; at += atOnce) {
    const outcomes = await Promise.allSettled(some.slice(at, at + atOnce).map(write));
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') written.push(outcome.value);
      else if (!(outcome.reason instanceof DocumentChanged)) throw outcome.reason;
    }
  }
  return written;
}
