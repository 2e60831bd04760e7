import type { StoredDocument } from '../store/document-store.ts';
import type { Address } from './address-book.ts';
import type { AttemptParts } from './attempt-parts.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryCard } from './delivery-card.ts';
import { findMessage, type Redraw } from './redraw.ts';
import type { SendResult } from './sender.ts';

/** What is to be done with a delivery whose turn has come, before Teams is called. */
export type Prepared =
  /** Everything is at hand. `call` makes the one attempt. */
  | {
      readonly kind: 'send';
      readonly whenInDoubt: DeliveryCard['whenInDoubt'];
      readonly call: () => Promise<SendResult>;
    }
  /** An attempt was made that cannot have brought a message to anybody. */
  | { readonly kind: 'tried'; readonly result: SendResult }
  /** It cannot be done now. `passable` when later ones of its receiver need not wait for it. */
  | { readonly kind: 'wait'; readonly ms: number; readonly passable: boolean }
  /** The receiver is out of reach: no attempt. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'end'; readonly state: 'dropped' | 'held' | 'parked'; readonly reason: string };

const later = (reason: string): SendResult => ({ kind: 'later', reason, throttled: false });

/** Loads, draws and, for a person without a 1:1 chat, opens one. Throws what the rooms it asks throw. */
export async function prepare(parts: AttemptParts, document: StoredDocument<Delivery>): Promise<Prepared> {
  const { sender, addressBook, cards, store, clock } = parts;
  const delivery = document.body;
  const now = clock.now();
  if (delivery.expiresAt <= now.toISOString()) return { kind: 'end', state: 'dropped', reason: 'expired' };
  const card = cards.get(delivery.card);
  // During an upgrade an older replica may meet a newer one's card.
  if (!card) return { kind: 'tried', result: later(`this service does not know the card ${delivery.card}`) };

  const redraw: Redraw =
    delivery.updates === undefined
      ? { kind: 'post' }
      : await findMessage(store, document.partition, delivery, delivery.updates, now);
  // A redraw takes no place in the conversation, so it holds nothing back while its message is still to come.
  if (redraw.kind === 'wait') return { ...redraw, passable: true };
  if (redraw.kind === 'end') return redraw;

  const address = await addressBook.find(delivery.receiver);
  if (address === 'unreachable') return { kind: 'unreachable' };
  const view = await card.draw(delivery);
  if (!view) return { kind: 'end', state: 'dropped', reason: 'nothing left to say' };

  if (redraw.kind === 'inPlace') {
    const { message } = redraw;
    return { kind: 'send', whenInDoubt: 'sendAgain', call: () => sender.update(address, message, view) };
  }
  const conversationId = address.conversationId ?? (await open(parts, delivery, address));
  if (typeof conversationId !== 'string') return { kind: 'tried', result: conversationId };
  return {
    kind: 'send',
    whenInDoubt: card.whenInDoubt,
    call: () => sender.post({ ...address, conversationId }, view, delivery.key),
  };
}

/** Opens the 1:1 chat and keeps it. Opening it twice gives the same chat, so a lost answer is simply tried again. */
async function open(
  { sender, addressBook, pace }: AttemptParts,
  { receiver, receiverKey }: Delivery,
  address: Address,
): Promise<string | SendResult> {
  pace.started({ place: receiverKey, tenant: receiver.tenantId });
  const opened = await sender.open(address);
  if (opened.kind === 'unclear') return later(opened.reason);
  if (opened.kind !== 'sent') return opened;
  await addressBook.opened(receiver, opened.conversationId);
  return opened.conversationId;
}
