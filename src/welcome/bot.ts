import { type Answer, showCard } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import { nothing } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import type { CommandName } from '../bot/verbs.ts';
import type { Feature } from '../feature.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import { placeInstalled } from '../people/known-places.ts';
import { places } from '../people/model.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { aboutCard, helpCard, unknownCard, welcomeCard } from './cards.ts';

export interface WelcomeParts {
  readonly store: DocumentStore;
  readonly words: Words;
  readonly council: string;
  readonly contact: string;
  readonly mailAddress: string | undefined;
}

/** Answers a text that calls no command. */
export const answerUnknown = async ({ words }: Turn, nearest: readonly CommandName[]): Promise<Answer> =>
  showCard(unknownCard(words, nearest));

/** Help, about, and one welcome for each time the bot is added somewhere. */
export function welcomeFeature({ store, words, council, contact, mailAddress }: WelcomeParts): Feature {
  const help = async (turn: Turn) => showCard(helpCard(turn.words, turn.conversation.kind, mailAddress));
  const about = async (turn: Turn) => showCard(aboutCard(turn.words, council, contact));
  return {
    commands: [
      { name: 'help', run: help },
      { name: 'about', run: about },
    ],
    actions: [
      cardAction({ name: 'help.show', about: nothing, run: help }),
      cardAction({ name: 'about.show', about: nothing, run: about }),
    ],
    listeners: [welcomeListener(store)],
    deliveryCards: [welcomeDelivery(store, words)],
  };
}

const welcomeListener = (store: DocumentStore): Listener => ({
  event: placeInstalled,
  async *plan({ partition: tenantId, documentId, data }) {
    const place = (await store.get(places, tenantId, documentId))?.body;
    if (!place) return;
    const toPerson = place.kind === 'personal' && data.by;
    const receiver = toPerson
      ? ({ kind: 'person', tenantId, personId: toPerson } as const)
      : ({ kind: 'place', tenantId, placeId: place.placeId } as const);
    yield [{ receiver, card: 'welcome', about: { tenant: tenantId, place: documentId }, urgency: 'answer' }];
  },
});

const welcomeDelivery = (store: DocumentStore, words: Words): DeliveryCard => ({
  name: 'welcome',
  whenInDoubt: 'sendAgain',
  async draw({ about }) {
    const place = (await store.get(places, about.tenant ?? '', about.place ?? ''))?.body;
    return place && welcomeCard(words, place.kind);
  },
});
