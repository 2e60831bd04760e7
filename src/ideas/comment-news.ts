import { commentOf } from '../engagement/comments.ts';
import {
  commentsOfStretch,
  isWorthTelling,
  type NewsParts,
  newsOfComments,
  stretchOf,
} from '../engagement/hourly-news.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import type { Words } from '../words/words.ts';
import { commentedCard } from './comment-cards.ts';
import { commented, commentRemoved, ideaSubject } from './recount.ts';
import { submissionOf } from './steps.ts';

const cardName = 'ideas/commented';

/**
 * Tells the author of comments by others: one message for each idea and hour, which the later comments of that hour
 * and their removal redraw in place. Those of a night are told in the morning.
 */
export function commentListeners(parts: NewsParts): readonly Listener[] {
  const { store } = parts;
  const tell = (event: typeof commented | typeof commentRemoved): Listener => ({
    event,
    async *plan({ partition: tenantId, documentId: idea, data }, reads) {
      const id = data.comment ?? '';
      const subject = ideaSubject(tenantId, idea);
      const submission = await submissionOf(reads, tenantId, idea);
      const comment = await commentOf(store, subject, id);
      const author = submission?.author;
      if (!author || !comment || comment.by.personId === author.personId) return;
      const { at } = comment;
      const stretch = stretchOf(parts, at);
      const others = await commentsOfStretch(parts, subject, { stretch, notBy: author.personId });
      const news = {
        receiver: { kind: 'person', tenantId, personId: author.personId },
        card: cardName,
        about: { tenant: tenantId, idea, stretch },
        urgency: 'notice',
      } as const;
      const isRemoved = event === commentRemoved;
      yield await newsOfComments(parts, news, `${cardName}/${idea}/${stretch}`, {
        id,
        at,
        isRemoved,
        others,
      });
    },
  });
  return [tell(commented), tell(commentRemoved)];
}

/** Draws the comments of the hour as they stand at that moment. */
export const commentedDelivery = (parts: NewsParts & { readonly words: Words }): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'sendAgain',
  async draw({ updates, about: { tenant: tenantId = '', idea = '', stretch = '' } }) {
    const submission = await submissionOf(parts.store, tenantId, idea);
    if (!submission?.author) return undefined;
    const notBy = submission.author.personId;
    const comments = await commentsOfStretch(parts, ideaSubject(tenantId, idea), { stretch, notBy });
    return isWorthTelling(comments, updates) ? commentedCard(parts.words, submission, comments) : undefined;
  },
});
