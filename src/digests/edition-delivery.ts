import type { CardView } from '../bot/answer.ts';
import { bucketOf } from '../outbox/bucket.ts';
import { type Delivery, deliveries, type PlannedDelivery, type Receiver } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import { deliveryId } from '../outbox/delivery-id.ts';
import { withEvent } from '../outbox/event.ts';
import type { Listener } from '../outbox/listener.ts';
import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import { everyPage } from '../store/every-document.ts';
import { editionPosted } from './announce.ts';
import { countedLinks } from './counts/counted-links.ts';
import { editionCard } from './edition-card.ts';
import { editionLetter } from './edition-letter.ts';
import { type Edition, editions, type Subscription, subscriptions } from './model.ts';
import type { DigestParts } from './parts.ts';
import { type Posting, postingKey, postings } from './posting.ts';
import { noteTold } from './publish-editions.ts';
import { deliveriesOf } from './report/edition-deliveries.ts';
import { stopLinks } from './stop-link.ts';
import { eachPosting, sharedPostings } from './together/members.ts';
import { isFollowing } from './together/progress.ts';
import { isAllGone, toldReader } from './told.ts';

const card = 'digests/edition';
const letter = 'digests/letter';

const pageSize = 500;
// As long as an edition may be corrected.
const keepDays = 90;

/** Raised when an edition was corrected: what is posted is redrawn in its place. */
export const editionCorrected = 'edition.corrected';

/** Sends the editions of a batch of postings: one message a receiver, under the posting's own key. */
export const sendEditions = ({ store }: Pick<DigestParts, 'store'>): Listener => ({
  event: editionPosted,
  async *plan({ partition: tenantId, documentId, data: { batch = '' } }) {
    for await (const page of postingsWhere(store, tenantId, { batch })) {
      // Who posted one that was asked for may have crashed before noting it; one that was due is noted by the next run.
      const asked = page.filter(({ body }) => body.because === 'asked');
      const edition = asked.length > 0 ? await store.get(editions, tenantId, documentId) : undefined;
      if (edition)
        for (const { body } of asked) await noteTold({ store }, tenantId, body.subscriptionId, edition.body);
      for await (const postings of eachPosting(store, tenantId, page))
        yield postings.flatMap(({ id, body }) =>
          body.receivers.map((receiver) => plannedFor(body, receiver, postingKey(id, receiver))),
        );
    }
  },
});

/**
 * Redraws the messages of a corrected edition where they stand. A letter cannot be called back. Who gets an article
 * by a correction has been told it: no later edition tells it again.
 */
export const correctPosted = ({ store }: Pick<DigestParts, 'store'>): Listener => ({
  event: editionCorrected,
  async *plan({ id: event, partition: tenantId, documentId: edition, data: { putIn } }) {
    const shared = await sharedPostings(store, tenantId, edition);
    const isTold = putIn !== undefined;
    const body =
      isTold || shared.length > 0 ? (await store.get(editions, tenantId, edition))?.body : undefined;
    if (body && shared.length > 0) {
      if (isTold)
        for (const one of shared) await noteTold({ store }, tenantId, one.body.subscriptionId, body);
      // Who follows a shared subscription may be others by now: the deliveries tell who got it.
      for await (const page of deliveriesOf(store, { id: edition, body })) {
        if (isTold) await noteTheirs(store, tenantId, page, body);
        yield redrawsOf(event, page);
      }
      return;
    }
    const told = isTold ? body : undefined;
    for await (const page of postingsWhere(store, tenantId, { edition })) {
      if (told) for (const { body } of page) await noteTold({ store }, tenantId, body.subscriptionId, told);
      yield page.flatMap(({ id, body }) =>
        body.receivers
          .filter(({ kind }) => kind !== 'mail')
          .map((receiver): PlannedDelivery => {
            const updates = postingKey(id, receiver);
            return { ...plannedFor(body, receiver, `${event}>${updates}`), updates };
          }),
      );
    }
  },
});

/** Those who follow a shared subscription are told by that; who has left it by now is told apart. */
async function noteTheirs(
  store: DocumentStore,
  tenantId: string,
  page: readonly StoredDocument<Delivery>[],
  told: Edition,
): Promise<void> {
  for (const { body } of page) {
    const { subscription = '' } = body.about;
    const found = (await store.get(subscriptions, tenantId, subscription))?.body;
    if (found && !isFollowing(found)) await noteTold({ store }, tenantId, subscription, told);
  }
}

const redrawsOf = (event: string, page: readonly StoredDocument<Delivery>[]): readonly PlannedDelivery[] =>
  page
    .filter(({ body }) => body.receiver.kind !== 'mail')
    .map(({ body: { receiver, card, about, urgency, key } }) => ({
      receiver,
      card,
      about,
      urgency,
      key: `${event}>${key}`,
      updates: key,
      keepDays,
    }));

/**
 * Corrects an edition wherever it was posted: `without` names articles to leave out, `note` says what was wrong.
 * Undefined when there is no such edition.
 */
export const correctEdition = (
  { store, clock }: Pick<DigestParts, 'store' | 'clock'>,
  tenantId: string,
  editionId: string,
  note: string,
  without: readonly string[],
): Promise<StoredDocument<Edition> | undefined> =>
  changeDocument(store, editions, tenantId, editionId, (body) => {
    const before = body.correction;
    if (before?.note === note && without.every((id) => before.without.includes(id))) return undefined;
    return correction(editionId, body, { note, without, now: clock.now() });
  });

interface Correction {
  readonly note: string;
  readonly without: readonly string[];
  /** The event that it answers. */
  readonly because?: string;
  readonly now: Date;
}

/** The edition with one more correction, which is redrawn wherever it was posted. */
export function correction(id: string, edition: Edition, { now, without, ...made }: Correction): Edition {
  const n = (edition.correction?.n ?? 0) + 1;
  return withEvent(
    { ...edition, correction: { ...made, n, without: [...without] } },
    { id: `editions/${id}/correction-${n}`, type: editionCorrected, at: now.toISOString(), data: {} },
  );
}

/** The delivery of a posting to one of its receivers. */
export function plannedFor(body: Posting, receiver: Receiver, key: string): PlannedDelivery {
  const { edition, subscriptionId: subscription, because } = body;
  return {
    receiver,
    card: receiver.kind === 'mail' ? letter : card,
    about: { edition, subscription, because },
    urgency: 'digest',
    key,
    keepDays,
  };
}

export const postingsWhere = (
  store: DocumentStore,
  tenantId: string,
  where: { readonly batch: string } | { readonly edition: string },
): AsyncIterable<readonly StoredDocument<Posting>[]> =>
  everyPage(store, postings, tenantId, { where, limit: pageSize });

/**
 * Draws an edition from what it tells and is still there. Nothing when all of it is gone, when its place is, or when
 * the digest was stopped or paused meanwhile. What stands already is put right all the same, unless somebody has taken
 * the message away.
 */
export function editionDeliveries(
  parts: Pick<DigestParts, 'store' | 'words' | 'clock' | 'byMail' | 'linkCounting'>,
): readonly DeliveryCard[] {
  const { store, words, clock } = parts;
  const stopLink = stopLinks(parts);
  const linksOf = countedLinks(parts);
  const told = toldReader(store, () => clock.now().getTime());

  const drawn = async <View>(
    delivery: Delivery,
    draw: (about: Parameters<typeof editionCard>[1]) => View,
  ): Promise<View | undefined> => {
    const { receiver, about, key, updates, plannedAt: since } = delivery;
    const { tenantId } = receiver;
    const { edition = '', subscription = '', because } = about;
    const body = (await store.get(subscriptions, tenantId, subscription))?.body;
    const stands = updates !== undefined;
    if (!body || body.state === 'placeGone' || !(stands || isWanted(body, because))) return undefined;
    if (await wasTakenAway(store, delivery)) return undefined;
    // What was read before the event that redraws it would bring back what must go.
    const all = await told(tenantId, edition, { since, event: stands ? key.split('>')[0] : '' });
    if (!all || (!stands && isAllGone(all))) return undefined;
    return draw({
      ...all,
      schedule: body.schedule,
      because: because === 'asked' ? 'asked' : 'due',
      personal: body.personal !== undefined,
      links: await linksOf(tenantId, edition, all.articles),
    });
  };

  return [
    {
      name: card,
      whenInDoubt: 'leave',
      draw: (delivery) => drawn<CardView>(delivery, (all) => editionCard(words, all)),
    },
    {
      name: letter,
      whenInDoubt: 'leave',
      async draw(delivery) {
        const unsubscribe = await stopLink(delivery.receiver.tenantId, delivery.about.subscription ?? '');
        return drawn<CardView>(delivery, (all) => editionLetter(words, all, unsubscribe));
      },
    },
  ];
}

const isWanted = ({ state }: Subscription, because: string | undefined): boolean =>
  state === 'active' || because === 'asked';

/** Somebody deleted the message that is to be redrawn: a correction does not bring it back. */
async function wasTakenAway(
  store: DocumentStore,
  { key, updates, attempts, receiver }: Delivery,
): Promise<boolean> {
  if (updates === undefined || attempts === 0) return false;
  const original = await store.get(deliveries, bucketOf(receiver), deliveryId(updates));
  return original?.body.replacedBy === key;
}
