import { commentOf } from '../engagement/comments.ts';
import { commentsOfHour, hourlyNews, hourOf } from '../engagement/hourly-news.ts';
import { followersOf } from '../engagement/marks.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { commentedCard } from './comment-cards.ts';
import { discussions, readingCommented, readingCommentRemoved } from './discussion.ts';
import { type Item, itemSubject } from './item.ts';
import { shownItem, titleOf } from './view-item.ts';

const cardName = 'reading/commented';

/**
 * Tells those who follow the comments on an article or a case study, which are its author and those who commented:
 * one message a person and hour, which the later comments of that hour and their removal redraw in place.
 */
export function commentNewsListeners(store: DocumentStore): readonly Listener[] {
  const tell = (event: typeof readingCommented | typeof readingCommentRemoved): Listener => ({
    event,
    async *plan({ partition: tenantId, documentId, data }) {
      const item = (await store.get(discussions, tenantId, documentId))?.body.about;
      const subject = item && itemSubject(tenantId, item);
      const id = data.comment ?? '';
      const comment = subject && (await commentOf(store, subject, id));
      if (!item || !subject || !comment) return;
      const hour = hourOf(comment.at);
      const said = await commentsOfHour(store, subject, { hour, notBy: undefined });
      const isRemoved = event === readingCommentRemoved;
      for await (const page of followersOf(store, subject))
        yield page
          .filter((personId) => personId !== comment.by.personId)
          .flatMap((personId) => {
            const others = said.filter(({ body }) => body.by.personId !== personId);
            const key = `${cardName}/${documentId}/${hour}>${personId}`;
            const news = {
              receiver: { kind: 'person', tenantId, personId },
              card: cardName,
              about: { tenant: tenantId, kind: item.kind, id: item.id, hour },
              urgency: 'notice',
            } as const;
            return hourlyNews(news, key, { id, at: comment.at, isRemoved, others });
          });
    },
  });
  return [tell(readingCommented), tell(readingCommentRemoved)];
}

/** Draws the comments of the hour by others than the one who is told, as they stand at that moment. */
export const commentedDelivery = (store: DocumentStore, words: Words): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'sendAgain',
  async draw({ receiver, about: { tenant = '', kind, id = '', hour = '' } }) {
    if (receiver.kind !== 'person') return undefined;
    const item: Item = { kind: kind === 'case' ? 'case' : 'article', id };
    const read = await shownItem(store, tenant, item);
    if (!read) return undefined;
    const comments = await commentsOfHour(store, itemSubject(tenant, item), {
      hour,
      notBy: receiver.personId,
    });
    return commentedCard(words, { item, title: titleOf(read), comments });
  },
});
