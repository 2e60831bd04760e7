import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { feedbackNewsCard } from './cards.ts';
import { changed, replied } from './close-loop.ts';
import { feedback } from './model.ts';

/** Tells who gave feedback under their name that it was answered, or what was changed because of it. */
export function loopListeners(store: DocumentStore): readonly Listener[] {
  const tell = (event: string, what: 'reply' | 'changed'): Listener => ({
    event,
    async *plan({ partition: tenantId, documentId }) {
      const given = (await store.get(feedback, tenantId, documentId))?.body;
      if (!given?.by) return;
      const receiver = { kind: 'person', tenantId, personId: given.by.personId } as const;
      const about = { tenant: tenantId, feedback: documentId, what };
      yield [{ receiver, card: 'feedback/news', about, urgency: 'answer' }];
    },
  });
  return [tell(replied, 'reply'), tell(changed, 'changed')];
}

export const loopCard = (store: DocumentStore, words: Words): DeliveryCard => ({
  name: 'feedback/news',
  whenInDoubt: 'sendAgain',
  async draw({ about }) {
    const given = (await store.get(feedback, about.tenant ?? '', about.feedback ?? ''))?.body;
    return given && feedbackNewsCard(words, given, about.what === 'changed' ? 'changed' : 'reply');
  },
});
