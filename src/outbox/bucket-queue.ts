import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { Monotonic } from '../time/monotonic.ts';
import { longestWaitMs } from './after-attempt.ts';
import { type Delivery, deliveries, turnOf, urgencies } from './delivery.ts';
import { leaveOut } from './leave-out.ts';

/** A planned delivery as the dispatcher sees it. */
export interface Waiting {
  readonly document: StoredDocument<Delivery>;
  /** Monotonic milliseconds: a jump of the wall clock neither hurries nor delays it once it is here. */
  readonly readyAt: number;
  /** It waits for another message of its receiver and holds back nothing itself. */
  readonly passable: boolean;
}

export interface QueueParts {
  readonly store: DocumentStore;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
}

/** The planned deliveries of one bucket, as many of each urgency as are needed to find some that may start. */
export interface BucketQueue {
  /** Reads anew, until `enough` of each urgency may start or there are no more. Throws what the store throws. */
  refresh(mayStart: (waiting: Waiting) => boolean): Promise<void>;
  /** Whose turn it is: the first of each receiver and urgency, urgent ones first. */
  heads(): readonly Waiting[];
  /** The tenants of what has been read; some of them may have nothing left. */
  tenants(): ReadonlySet<string>;
  /** How many have been read and wait. */
  size(): number;
  /** The store holds more than has been read. */
  hasMore(): boolean;
  /** Something was planned that need not be read yet: enough of what is here comes before it. */
  expectMore(): void;
  /** Takes in what was planned just now, where all that came before has been read. */
  take(planned: readonly StoredDocument<Delivery>[]): void;
  /** Puts a delivery back that is still planned: after its own wait, or after `waitMs` when it was not tried. */
  put(
    document: StoredDocument<Delivery>,
    untried?: { readonly waitMs: number; readonly passable: boolean },
  ): void;
  remove(id: string): void;
}

// A page is read and checked at one go, and no call leaves meanwhile: small ones keep the pace even.
const pageSize = 40;
const enough = 40;
/** Teams' Retry-After stays below this as a rule. */
const usualRetryAfterMs = 60_000;

export function createBucketQueue(parts: QueueParts, bucket: string): BucketQueue {
  const { store, clock, monotonic } = parts;
  const onUnreadable = leaveOut(parts.telemetry, bucket);
  /** In the order of turns. */
  let waiting: Waiting[] = [];
  /** Of `waiting`, found when they are asked for. */
  let heads: Heads | undefined;
  let tenants = new Set<string>();
  let more = false;
  /** What was put back or taken out while a refresh was reading: it is newer than what was read. */
  const changed = new Map<string, Waiting | undefined>();

  function takeOut(id: string): void {
    const at = waiting.findIndex((one) => one.document.id === id);
    if (at < 0) return;
    const [out] = waiting.splice(at, 1);
    if (out && heads?.inTurn.includes(out)) heads = undefined;
  }

  function insert(one: Waiting): void {
    takeOut(one.document.id);
    // What comes is mostly the last: looked for from the end.
    const before = waiting.findLastIndex((other) => byTurn(other, one) <= 0);
    waiting.splice(before + 1, 0, one);
    tenants.add(one.document.body.receiver.tenantId);
    // Most are the last and wait behind others: they change nothing for those.
    if (heads && before + 2 === waiting.length) addHead(heads, one);
    else heads = undefined;
  }

  const arrivals = () => {
    const known = new Map(waiting.map((one) => [one.document.id, one]));
    return (document: StoredDocument<Delivery>): Waiting => {
      const before = known.get(document.id);
      if (before?.document.etag === document.etag) return before;
      return { document, readyAt: readyAt(document.body, clock, monotonic), passable: false };
    };
  };

  /** A page in the order of turns, of one urgency and less urgent ones or of all. */
  async function page(from: Delivery['urgency'] | undefined, after: string | undefined) {
    return store.query(deliveries, bucket, {
      where: { state: 'planned', ...(from && { order: { above: turnOf(from) } }) },
      orderBy: { field: 'order', direction: 'ascending' },
      limit: pageSize,
      after,
      onUnreadable,
    });
  }

  async function read(mayStart: (waiting: Waiting) => boolean): Promise<readonly Waiting[]> {
    more = false;
    const arrived = arrivals();
    const found: Waiting[] = [];
    let from: Delivery['urgency'] | undefined;
    let after: string | undefined;
    for (;;) {
      const next = await page(from, after);
      found.push(...next.documents.map(arrived));
      after = next.continuation;
      const urgency = found.at(-1)?.document.body.urgency;
      if (after === undefined) return found;
      if (urgency === undefined) continue;
      const ofUrgency = found.filter(({ document }) => document.body.urgency === urgency);
      if (findHeads(ofUrgency).inTurn.filter(mayStart).length < enough) continue;
      more = true;
      // So many of one urgency hide none that is less urgent: their receivers may be others.
      from = urgencies[urgencies.indexOf(urgency) + 1];
      if (from === undefined) return found;
      after = undefined;
    }
  }

  function put(document: StoredDocument<Delivery>, untried?: { waitMs: number; passable: boolean }): void {
    const back: Waiting = untried
      ? { document, readyAt: monotonic() + untried.waitMs, passable: untried.passable }
      : { document, readyAt: readyAt(document.body, clock, monotonic), passable: false };
    changed.set(document.id, back);
    insert(back);
  }

  return {
    async refresh(mayStart) {
      changed.clear();
      const found = await read(mayStart);
      const unchanged = found.filter(({ document }) => !changed.has(document.id));
      const back = [...changed.values()].filter((one) => one !== undefined);
      waiting = [...unchanged, ...back].sort(byTurn);
      tenants = new Set(waiting.map(({ document }) => document.body.receiver.tenantId));
      heads = undefined;
    },
    heads() {
      heads ??= findHeads(waiting);
      return heads.inTurn;
    },
    tenants: () => tenants,
    size: () => waiting.length,
    hasMore: () => more,
    expectMore() {
      more = true;
    },
    take(planned) {
      for (const document of planned) put(document);
    },
    put,
    remove(id) {
      changed.set(id, undefined);
      takeOut(id);
    },
  };
}

/**
 * The first attempt is due at once, a later one after its wait. A wait that is longer than its attempt can ask for was
 * written by a clock that was wrong, or Teams asked for it, and then will again.
 */
function readyAt({ attempts, notBefore }: Delivery, clock: Clock, monotonic: Monotonic): number {
  if (attempts === 0 || notBefore === undefined) return monotonic();
  const waitMs = Date.parse(notBefore) - clock.now().getTime();
  const most = Math.max(usualRetryAfterMs, longestWaitMs(attempts));
  return monotonic() + Math.min(Math.max(0, waitMs), most);
}

export function byTurn(a: Waiting, b: Waiting): number {
  const [first, second] = [a.document.body, b.document.body];
  const urgency = urgencies.indexOf(first.urgency) - urgencies.indexOf(second.urgency);
  if (urgency !== 0) return urgency;
  if (first.order !== second.order) return first.order < second.order ? -1 : 1;
  return a.document.id < b.document.id ? -1 : 1;
}

interface Heads {
  readonly inTurn: Waiting[];
  /** Receivers and urgencies whose turn is taken. */
  readonly taken: Set<string>;
}

/** `waiting` in the order of turns. One that waits for a retry holds back later ones of its receiver and urgency. */
function findHeads(waiting: readonly Waiting[]): Heads {
  const heads: Heads = { inTurn: [], taken: new Set() };
  for (const one of waiting) addHead(heads, one);
  return heads;
}

/** `one` comes after all that were added before. */
function addHead({ inTurn, taken }: Heads, one: Waiting): void {
  const { urgency, receiverKey } = one.document.body;
  const lane = `${urgency} ${receiverKey}`;
  if (taken.has(lane)) return;
  inTurn.push(one);
  if (!one.passable) taken.add(lane);
}
