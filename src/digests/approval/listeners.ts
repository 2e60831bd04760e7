import type { PlannedDelivery } from '../../outbox/delivery.ts';
import type { Listener, RaisedEvent } from '../../outbox/listener.ts';
import type { StoredDocument } from '../../store/document-store.ts';
import { plannedFor, postingsWhere } from '../edition-delivery.ts';
import { type Edition, editions, subscriptions } from '../model.ts';
import type { DigestParts } from '../parts.ts';
import { type Posting, postingId, postingKey } from '../posting.ts';
import { noteTold } from '../publish-editions.ts';
import { type Draft, draftEvent, editionDrafts, editionIdOf, waitingBatch } from './model.ts';
import { editionOf } from './rules.ts';

export const draftCardName = 'digests/draft';
export const reminderName = 'digests/draft-reminder';

// As long as the draft is kept.
const keepDays = 90;

const keyOf = (draft: string): string => `editionDraft/${draft}`;

/** Shows drafts in the triage channel and lets those who waited for one have it once it is sent. */
export function draftListeners(parts: Pick<DigestParts, 'store' | 'words'>): readonly Listener[] {
  const { store } = parts;
  const inChannel = (
    event: string,
    plan: (delivery: PlannedDelivery, raised: RaisedEvent) => PlannedDelivery,
  ): Listener => ({
    event,
    async *plan(raised) {
      const { partition: tenantId, documentId: draft } = raised;
      const placeId = (await store.get(editionDrafts, tenantId, draft))?.body.postedTo;
      if (placeId === undefined) return;
      const receiver = { kind: 'place', tenantId, placeId } as const;
      const about = { tenant: tenantId, draft };
      const card = { receiver, card: draftCardName, about, urgency: 'notice', key: keyOf(draft), keepDays };
      yield [plan({ ...card, urgency: 'notice' }, raised)];
    },
  });
  const redraw = (card: PlannedDelivery, { id, documentId }: RaisedEvent): PlannedDelivery => ({
    ...card,
    key: `${id}>redraw`,
    updates: keyOf(documentId),
  });
  return [
    inChannel(draftEvent.posted, (card) => card),
    inChannel(draftEvent.changed, redraw),
    inChannel(draftEvent.sent, redraw),
    inChannel(draftEvent.reminded, (card, { id }) => ({ ...card, card: reminderName, key: `${id}>remind` })),
    sendToThoseWhoWaited(parts),
  ];
}

/** Those who waited get it under their posting's own key; what they were told is noted. */
const sendToThoseWhoWaited = ({ store, words }: Pick<DigestParts, 'store' | 'words'>): Listener => ({
  event: draftEvent.sent,
  async *plan({ partition: tenantId, documentId }) {
    const draft = (await store.get(editionDrafts, tenantId, documentId))?.body;
    if (draft?.state !== 'sent') return;
    const edition = editionOf(draft, (n) => words.say('digests.edition.withdrawn', { articles: n }));
    await store.createMany(editions, tenantId, [{ id: editionIdOf(documentId), body: edition }]);
    for await (const page of postingsWhere(store, tenantId, { batch: waitingBatch(documentId) })) {
      const planned: PlannedDelivery[] = [];
      for (const posting of page)
        if (await gets(store, tenantId, posting, documentId, edition))
          for (const receiver of posting.body.receivers)
            planned.push(plannedFor(posting.body, receiver, postingKey(posting.id, receiver)));
      yield planned;
    }
  },
});

/**
 * Whether a subscription still waits for what a posting holds, and notes that it is told then: not when it got
 * another edition meanwhile; of one that was asked for, when it was told of its articles. Asked again, it answers the
 * same.
 */
async function gets(
  store: DigestParts['store'],
  tenantId: string,
  { id, body: { subscriptionId, because } }: StoredDocument<Posting>,
  draft: string,
  edition: Edition,
): Promise<boolean> {
  const body = (await store.get(subscriptions, tenantId, subscriptionId))?.body;
  if (!body) return false;
  if (body.recent.some(({ at }) => at === edition.composedAt)) return true;
  // Until it was moved on it is due still.
  const waits =
    because === 'asked'
      ? !edition.articleIds.some((one) => body.recent.some(({ articles }) => articles.includes(one)))
      : body.waitsFor === draft || postingId(subscriptionId, { because: 'due', dueAt: body.dueAt }) === id;
  if (waits) await noteTold({ store }, tenantId, subscriptionId, edition);
  return waits;
}

/** Reads a draft that a delivery is about. */
export const draftOf = async (
  store: DigestParts['store'],
  { tenant = '', draft = '' }: Readonly<Record<string, string>>,
): Promise<StoredDocument<Draft> | undefined> => store.get(editionDrafts, tenant, draft);
