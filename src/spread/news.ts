import { followersOf } from '../engagement/marks.ts';
import { submissionOf } from '../ideas/steps.ts';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener, RaisedEvent } from '../outbox/listener.ts';
import { replicationById } from './find.ts';
import { spreadEvent } from './life.ts';
import type { Replication } from './model.ts';
import { askCard, followedCard, namedCard, refusedCard } from './news-cards.ts';
import type { SpreadParts } from './parts.ts';
import { replicationSubject } from './show.ts';

const cards = {
  named: 'spread/named',
  refused: 'spread/refused',
  ask: 'spread/ask',
  followed: 'spread/followed',
} as const;

type NewsParts = Pick<SpreadParts, 'store' | 'words'>;

/** Tells leads what concerns them, and those who follow the idea or the replication how it goes. */
export function newsListeners({ store }: NewsParts): readonly Listener[] {
  const tell = (
    event: RaisedEvent,
    personId: string,
    card: (typeof cards)[keyof typeof cards],
    urgency: PlannedDelivery['urgency'],
  ): PlannedDelivery => ({
    receiver: { kind: 'person', tenantId: event.partition, personId },
    card,
    about: { tenant: event.partition, replication: event.documentId, change: event.data.change ?? '' },
    urgency,
    key: `${event.id}/${card}>${personId}`,
  });
  const toLead = (
    step: 'started' | 'leadNamed' | 'leadRefused' | 'asked',
    plan: (body: Replication, event: RaisedEvent) => readonly PlannedDelivery[],
  ): Listener => ({
    event: spreadEvent(step),
    async *plan(event, reads) {
      const known = await replicationById(reads, event.partition, event.documentId);
      if (known) yield plan(known.body, event);
    },
  });
  const whenNamed = ({ named, lead }: Replication, event: RaisedEvent) =>
    named ? [tell(event, lead.personId, cards.named, 'notice')] : [];
  const toFollowers = (step: 'started' | 'reported' | 'endedEarly'): Listener => ({
    event: spreadEvent(step),
    async *plan(event, reads) {
      const { partition: tenantId, documentId } = event;
      const body = (await replicationById(reads, tenantId, documentId))?.body;
      if (!body) return;
      const { source, startedBy, lead, result, endedEarly } = body;
      const actor = (result ?? endedEarly)?.by ?? startedBy;
      const author =
        source.kind === 'idea'
          ? (await submissionOf(reads, tenantId, source.id))?.author?.personId
          : undefined;
      // Its author hears of it as of every step of the idea; a lead who was named is told that.
      const others = (people: readonly string[]) =>
        people
          .filter((one) => one !== actor.personId && one !== author)
          .filter((one) => step !== 'started' || one !== lead.personId)
          .map((one) => tell(event, one, cards.followed, 'notice'));
      if (step !== 'started') yield others([...new Set([lead.personId, startedBy.personId])]);
      for (const subject of [
        { tenantId, kind: source.kind, id: source.id },
        replicationSubject(tenantId, documentId),
      ])
        for await (const page of followersOf(store, subject)) yield others(page);
    },
  });
  return [
    toLead('started', whenNamed),
    toLead('leadNamed', whenNamed),
    toLead('leadRefused', ({ lead }, event) => [tell(event, lead.personId, cards.refused, 'answer')]),
    toLead('asked', ({ lead }, event) => [tell(event, lead.personId, cards.ask, 'notice')]),
    toFollowers('started'),
    toFollowers('reported'),
    toFollowers('endedEarly'),
  ];
}

/** Draws what goes to people from the replication as it stands: what has lost its point is not sent any more. */
export function newsDeliveries({ store, words }: NewsParts): readonly DeliveryCard[] {
  const card = (
    name: (typeof cards)[keyof typeof cards],
    whenInDoubt: DeliveryCard['whenInDoubt'],
    draw: (
      known: { id: string; body: Replication },
      personId: string,
    ) => ReturnType<typeof askCard> | undefined,
  ): DeliveryCard => ({
    name,
    whenInDoubt,
    async draw({ about, receiver }) {
      const known = await replicationById(store, about.tenant ?? '', about.replication ?? '');
      return known && receiver.kind === 'person' ? draw(known, receiver.personId) : undefined;
    },
  });
  const leads = ({ lead, state }: Replication, personId: string): boolean =>
    state === 'running' && lead.personId === personId;
  return [
    card(cards.named, 'sendAgain', (known, personId) =>
      leads(known.body, personId) && known.body.named
        ? namedCard(words, known, known.body.named.by)
        : undefined,
    ),
    card(cards.refused, 'sendAgain', (known, personId) =>
      leads(known.body, personId) && known.body.refusedBy
        ? refusedCard(words, known, known.body.refusedBy)
        : undefined,
    ),
    card(cards.ask, 'leave', (known, personId) =>
      leads(known.body, personId) ? askCard(words, known) : undefined,
    ),
    card(cards.followed, 'sendAgain', (known) => followedCard(words, known)),
  ];
}
