import { stepEvent, submissionOf } from '../ideas/steps.ts';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import { cameIn, countCameIn, decidedOf, isAllDecided } from './came-in.ts';
import { challengeCard } from './cards.ts';
import { challengeById, changeChallenge } from './find.ts';
import { challengeEvent, tellDecided } from './life.ts';
import { newsCard } from './news-card.ts';
import type { ChallengeParts } from './parts.ts';

const cardName = 'challenges/card';
const newsName = 'challenges/news';

// Its card is redrawn until it was told what was decided, and a trial may take a year.
const keepDays = 730;

/** A challenge stands once in each place, however often it is told of. */
const cardKey = (id: string, placeId: string): string => `challenge/${id}>${placeId}`;

type PostingParts = Pick<ChallengeParts, 'store' | 'relay' | 'words' | 'clock' | 'localDate' | 'timeZone'>;

/** Posts a challenge where it was opened for, keeps its card right, and tells what came in and what was decided. */
export function challengeListeners(parts: PostingParts): readonly Listener[] {
  const { store } = parts;
  const tell = async (tenantId: string, id: string): Promise<void> => {
    if (await isAllDecided(store, tenantId, id))
      await changeChallenge(parts, tenantId, id, (known) => tellDecided(known, parts.clock.now()));
  };
  const inPlaces = (
    event: string,
    plan: (
      delivery: Pick<PlannedDelivery, 'receiver' | 'about'> & { eventId: string; key: string },
    ) => PlannedDelivery[],
  ): Listener => ({
    event,
    async *plan({ id: eventId, partition: tenantId, documentId: id }) {
      const known = await challengeById(store, tenantId, id);
      // What is only planned has been posted nowhere.
      if (!known || known.body.state === 'planned') return;
      yield known.body.placeIds.flatMap((placeId) =>
        plan({
          receiver: { kind: 'place', tenantId, placeId },
          about: { tenant: tenantId, challenge: id },
          eventId,
          key: cardKey(id, placeId),
        }),
      );
    },
  });
  const posts = inPlaces(challengeEvent('opened'), ({ receiver, about, key }) => [
    { receiver, about, card: cardName, urgency: 'notice', key, keepDays },
  ]);
  const redraws = (['countedDown', 'edited', 'closed', 'takenBack', 'toldDecided'] as const).map((step) =>
    inPlaces(challengeEvent(step), ({ receiver, about, eventId, key }) => [
      {
        receiver,
        about,
        card: cardName,
        urgency: 'notice',
        key: `${eventId}>${key}`,
        updates: key,
        keepDays,
      },
    ]),
  );
  const news = (['closed', 'toldDecided'] as const).map((step) =>
    inPlaces(challengeEvent(step), ({ receiver, about }) => [
      { receiver, about: { ...about, step }, card: newsName, urgency: 'notice' },
    ]),
  );
  // The last decision may come before the end; then the end is the moment to tell.
  const whenClosed: Listener = {
    event: challengeEvent('closed'),
    async *plan({ partition: tenantId, documentId: id }) {
      yield [];
      await tell(tenantId, id);
    },
  };
  const whenDecided = (['decided', 'published', 'withdrawn'] as const).map(
    (step): Listener => ({
      event: stepEvent(step),
      async *plan({ partition: tenantId, documentId }, reads) {
        yield [];
        const id = (await submissionOf(reads, tenantId, documentId))?.challenge?.id;
        if (id) await tell(tenantId, id);
      },
    }),
  );
  return [posts, ...redraws, ...news, whenClosed, ...whenDecided];
}

export function challengeDeliveries(parts: PostingParts): readonly DeliveryCard[] {
  const { store, words, clock } = parts;
  const shown = async ({ tenant = '', challenge = '' }: Readonly<Record<string, string>>) => {
    const known = await challengeById(store, tenant, challenge);
    return known && { known, tenant };
  };
  return [
    {
      name: cardName,
      whenInDoubt: 'leave',
      async draw({ about }) {
        const found = await shown(about);
        if (!found) return undefined;
        const count = await countCameIn(store, found.tenant, found.known.id);
        return challengeCard(words, found.known, { now: clock.now(), time: parts, count });
      },
    },
    {
      name: newsName,
      whenInDoubt: 'leave',
      async draw({ about }) {
        const found = await shown(about);
        if (!found) return undefined;
        const { known, tenant } = found;
        const step = about.step === 'toldDecided' ? 'decided' : 'cameIn';
        const [ideas, decided] = await Promise.all([
          cameIn(
            store,
            tenant,
            known.id,
            step === 'decided' ? ['adopted', 'trial', 'published', 'ended'] : undefined,
          ),
          decidedOf(store, tenant, known.id),
        ]);
        return newsCard(words, known, { step, ideas, decided });
      },
    },
  ];
}
