import { commentOf, commentsOn } from '../engagement/comments.ts';
import { followersOf } from '../engagement/marks.ts';
import type { Comment } from '../engagement/model.ts';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { commentedCard } from './comment-cards.ts';
import { discussions, readingCommented, readingCommentRemoved } from './discussion.ts';
import { type Item, itemSubject } from './item.ts';
import { shownItem, titleOf } from './view-item.ts';

const cardName = 'reading/commented';

// More than this many comments in one hour are not all counted in the message.
const mostInAnHour = 100;

const hourOf = (instant: string): string => instant.slice(0, 13);

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
      const said = await commentsOfHour(store, tenantId, item, hour);
      for await (const page of followersOf(store, subject))
        yield page
          .filter((personId) => personId !== comment.by.personId)
          .flatMap((personId): PlannedDelivery[] => {
            const others = said.filter(({ body }) => body.by.personId !== personId);
            const isFirst = others.every((other) => other.id === id || other.body.at > comment.at);
            const key = `${cardName}/${documentId}/${hour}>${personId}`;
            const news: PlannedDelivery = {
              receiver: { kind: 'person', tenantId, personId },
              card: cardName,
              about: { tenant: tenantId, kind: item.kind, id: item.id, hour },
              urgency: 'notice',
            };
            return [
              ...(event === readingCommented ? [{ ...news, key }] : []),
              ...(event === readingCommentRemoved || !isFirst ? [{ ...news, updates: key }] : []),
            ];
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
    const said = await commentsOfHour(store, tenant, item, hour);
    const others = said.filter(({ body }) => body.by.personId !== receiver.personId);
    return commentedCard(words, { item, title: titleOf(read), comments: others });
  },
});

/** The comments of an hour, the newest first; the removed ones too. */
async function commentsOfHour(
  store: DocumentStore,
  tenantId: string,
  item: Item,
  hour: string,
): Promise<readonly StoredDocument<Comment>[]> {
  const page = await commentsOn(store, itemSubject(tenantId, item), { limit: mostInAnHour });
  return page.documents.filter(({ body }) => hourOf(body.at) === hour);
}
