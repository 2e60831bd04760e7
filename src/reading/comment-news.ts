import { commentOf } from '../engagement/comments.ts';
import {
  commentsOfStretch,
  isWorthTelling,
  type NewsParts,
  newsOfComments,
  stretchOf,
} from '../engagement/hourly-news.ts';
import { followersOf } from '../engagement/marks.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import type { Words } from '../words/words.ts';
import { commentedCard } from './comment-cards.ts';
import { discussions, readingCommented, readingCommentRemoved } from './discussion.ts';
import { type Item, itemSubject } from './item.ts';
import { shownItem, titleOf } from './view-item.ts';

const cardName = 'reading/commented';

/**
 * Tells those who follow the comments on an article or a case study, which are its author and those who commented:
 * one message a person and hour, which the later comments of that hour and their removal redraw in place. Those of a night
 * are told in the morning.
 */
export function commentNewsListeners(parts: NewsParts): readonly Listener[] {
  const { store } = parts;
  const tell = (event: typeof readingCommented | typeof readingCommentRemoved): Listener => ({
    event,
    async *plan({ partition: tenantId, documentId, data }) {
      const item = (await store.get(discussions, tenantId, documentId))?.body.about;
      const subject = item && itemSubject(tenantId, item);
      const id = data.comment ?? '';
      const comment = subject && (await commentOf(store, subject, id));
      if (!item || !subject || !comment) return;
      const { at } = comment;
      const stretch = stretchOf(parts, at);
      const said = await commentsOfStretch(parts, subject, { stretch, notBy: undefined });
      const isRemoved = event === readingCommentRemoved;
      for await (const page of followersOf(store, subject)) {
        const told = page.filter((personId) => personId !== comment.by.personId);
        const planned = await Promise.all(
          told.map((personId) => {
            const others = said.filter(({ body }) => body.by.personId !== personId);
            const key = `${cardName}/${documentId}/${stretch}>${personId}`;
            const news = {
              receiver: { kind: 'person', tenantId, personId },
              card: cardName,
              about: { tenant: tenantId, kind: item.kind, id: item.id, stretch },
              urgency: 'notice',
            } as const;
            return newsOfComments(parts, news, key, { id, at, isRemoved, others });
          }),
        );
        yield planned.flat();
      }
    },
  });
  return [tell(readingCommented), tell(readingCommentRemoved)];
}

/** Draws the comments of the hour by others than the one who is told, as they stand at that moment. */
export const commentedDelivery = (parts: NewsParts & { readonly words: Words }): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'sendAgain',
  async draw({ receiver, updates, about: { tenant = '', kind, id = '', stretch = '' } }) {
    if (receiver.kind !== 'person') return undefined;
    const item: Item = { kind: kind === 'case' ? 'case' : 'article', id };
    const read = await shownItem(parts.store, tenant, item);
    if (!read) return undefined;
    const comments = await commentsOfStretch(parts, itemSubject(tenant, item), {
      stretch,
      notBy: receiver.personId,
    });
    if (!isWorthTelling(comments, updates)) return undefined;
    return commentedCard(parts.words, { item, title: titleOf(read), comments });
  },
});
