import { commentOf } from '../engagement/comments.ts';
import { commentsOfHour, hourlyNews, hourOf } from '../engagement/hourly-news.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { commentedCard } from './comment-cards.ts';
import { commented, commentRemoved, ideaSubject } from './recount.ts';
import { submissionOf } from './steps.ts';

const cardName = 'ideas/commented';

/**
 * Tells the author of comments by others: one message for each idea and hour, which the later comments of that hour
 * and their removal redraw in place.
 */
export function commentListeners(store: DocumentStore): readonly Listener[] {
  const tell = (event: typeof commented | typeof commentRemoved): Listener => ({
    event,
    async *plan({ partition: tenantId, documentId: idea, data }, reads) {
      const id = data.comment ?? '';
      const subject = ideaSubject(tenantId, idea);
      const submission = await submissionOf(reads, tenantId, idea);
      const comment = await commentOf(store, subject, id);
      const author = submission?.author;
      if (!author || !comment || comment.by.personId === author.personId) return;
      const hour = hourOf(comment.at);
      const others = await commentsOfHour(store, subject, { hour, notBy: author.personId });
      const news = {
        receiver: { kind: 'person', tenantId, personId: author.personId },
        card: cardName,
        about: { tenant: tenantId, idea, hour },
        urgency: 'notice',
      } as const;
      const isRemoved = event === commentRemoved;
      yield hourlyNews(news, `${cardName}/${idea}/${hour}`, { id, at: comment.at, isRemoved, others });
    },
  });
  return [tell(commented), tell(commentRemoved)];
}

/** Draws the comments of the hour as they stand at that moment. */
export const commentedDelivery = (store: DocumentStore, words: Words): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'sendAgain',
  async draw({ about: { tenant: tenantId = '', idea = '', hour = '' } }) {
    const submission = await submissionOf(store, tenantId, idea);
    if (!submission?.author) return undefined;
    const notBy = submission.author.personId;
    const comments = await commentsOfHour(store, ideaSubject(tenantId, idea), { hour, notBy });
    return commentedCard(words, submission, comments);
  },
});
