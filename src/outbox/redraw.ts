import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { type Delivery, deliveries } from './delivery.ts';
import { deliveryId } from './delivery-id.ts';

type Message = NonNullable<Delivery['message']>;

/** What a delivery that redraws another one's message can do now. */
export type Redraw =
  | { readonly kind: 'inPlace'; readonly message: Message }
  /** The message was gone, and it falls to this delivery to post it anew. */
  | { readonly kind: 'post' }
  /** The message is not there yet. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** There will be no message unless somebody acts. */
  | { readonly kind: 'end'; readonly state: 'dropped' | 'held' | 'parked'; readonly reason: string };

const shortestWaitMs = 1_000;
const longestWaitMs = 60_000;

/**
 * Finds the message that `delivery` (whose `updates` is `original`) redraws: the original's own, or that of the
 * later delivery which posted it anew. What is drawn is the present state, so when an original that is dead or in
 * doubt is sent again by an operator, it shows everything this redraw would have: the redraw is dropped.
 */
export async function findMessage(
  store: DocumentStore,
  bucket: string,
  delivery: Delivery,
  original: string,
  now: Date,
): Promise<Redraw> {
  const first = await find(store, bucket, original);
  if (first?.replacedBy === delivery.key) return { kind: 'post' };
  const holder = first?.replacedBy === undefined ? first : await find(store, bucket, first.replacedBy);
  if (!holder)
    return { kind: 'end', state: 'dropped', reason: 'the message to redraw is not known any more' };
  switch (holder.state) {
    case 'planned': {
      const { attempts, notBefore } = holder;
      const isFirst = attempts === 0 || notBefore === undefined;
      const untilTried = isFirst ? 0 : Date.parse(notBefore) - now.getTime();
      return { kind: 'wait', ms: Math.min(Math.max(untilTried, shortestWaitMs), longestWaitMs) };
    }
    case 'held':
    case 'parked':
      return { kind: 'end', state: holder.state, reason: `the message to redraw is ${holder.state}` };
    case 'inDoubt':
    case 'dead':
    case 'dropped':
      return { kind: 'end', state: 'dropped', reason: `the message to redraw is ${holder.state}` };
    case 'sent':
      return holder.message
        ? { kind: 'inPlace', message: holder.message }
        : { kind: 'end', state: 'dropped', reason: 'the message to redraw is not known any more' };
  }
}

/**
 * Notes on the original that `by` posts its message anew. Written before the post, so that later redraws follow to
 * it wherever a crash comes.
 */
export async function noteReplaced(
  store: DocumentStore,
  bucket: string,
  original: string,
  by: string,
): Promise<void> {
  await changeDocument(store, deliveries, bucket, deliveryId(original), (body) =>
    body.replacedBy === by ? undefined : { ...body, replacedBy: by },
  );
}

/** Brings the original up to date after a redraw: where its message stands now, and that it is still needed. */
export async function noteRedrawn(
  store: DocumentStore,
  bucket: string,
  original: string,
  redraw: Delivery,
): Promise<void> {
  const { message } = redraw;
  if (!message) return;
  await changeDocument(store, deliveries, bucket, deliveryId(original), (body) => {
    const { replacedBy: _, ...rest } = body;
    const staysLonger = redraw.expiresAt > body.expiresAt;
    const known = body.message?.activityId === message.activityId && body.replacedBy === undefined;
    if (known && !staysLonger) return undefined;
    return { ...rest, message, ...(staysLonger && { expiresAt: redraw.expiresAt }) };
  });
}

async function find(store: DocumentStore, bucket: string, key: string): Promise<Delivery | undefined> {
  return (await store.get(deliveries, bucket, deliveryId(key)))?.body;
}
