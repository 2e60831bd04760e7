import { followersOf } from '../engagement/marks.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { followedCard } from './cards.ts';
import { ideaSubject } from './recount.ts';
import { stepEvent, submissionOf } from './steps.ts';

const cardName = 'ideas/followed';

/** Tells those who follow an idea of each decision, a page of them at a time. Its author hears of it otherwise. */
export const followerListener = (store: DocumentStore): Listener => ({
  event: stepEvent('decided'),
  async *plan({ partition: tenantId, documentId: idea, data: { entry = '' } }, reads) {
    const author = (await submissionOf(reads, tenantId, idea))?.author?.personId;
    // Not `idea`: that a follower is out of reach says nothing about the author.
    const about = { tenant: tenantId, followed: idea, entry };
    for await (const page of followersOf(store, ideaSubject(tenantId, idea)))
      yield page
        .filter((personId) => personId !== author)
        .map((personId) => ({
          receiver: { kind: 'person', tenantId, personId } as const,
          card: cardName,
          about,
          urgency: 'notice',
        }));
  },
});

export const followedDelivery = (store: DocumentStore, words: Words): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'sendAgain',
  async draw({ about }) {
    const submission = await submissionOf(store, about.tenant ?? '', about.followed ?? '');
    const entry = submission?.history.find(({ n }) => String(n) === about.entry);
    return submission && entry?.what === 'decided' ? followedCard(words, submission, entry) : undefined;
  },
});
