import { commentOf, commentsOn } from '../engagement/comments.ts';
import type { Comment } from '../engagement/model.ts';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { commentedCard } from './comment-cards.ts';
import { commented, commentRemoved, ideaSubject } from './recount.ts';
import { submissionOf } from './steps.ts';

const cardName = 'ideas/commented';

// More than this many comments in one hour are not all counted in the message.
const mostInAnHour = 100;

const hourOf = (instant: string): string => instant.slice(0, 13);

/**
 * Tells the author of comments by others: one message for each idea and hour, which the later comments of that hour
 * and their removal redraw in place.
 */
export function commentListeners(store: DocumentStore): readonly Listener[] {
  const tell = (event: typeof commented | typeof commentRemoved): Listener => ({
    event,
    async *plan({ partition: tenantId, documentId: idea, data }) {
      const id = data.comment ?? '';
      const subject = ideaSubject(tenantId, idea);
      const submission = await submissionOf(store, tenantId, idea);
      const comment = await commentOf(store, subject, id);
      const author = submission?.author;
      if (!author || !comment || comment.by.personId === author.personId) return;
      const hour = hourOf(comment.at);
      const others = await commentsOfHour(store, { tenantId, idea, hour, author: author.personId });
      const first = others.every((other) => other.id === id || other.body.at > comment.at);
      const key = `${cardName}/${idea}/${hour}`;
      const news: PlannedDelivery = {
        receiver: { kind: 'person', tenantId, personId: author.personId },
        card: cardName,
        about: { tenant: tenantId, idea, hour },
        urgency: 'notice',
      };
      if (event === commented) yield [{ ...news, key }];
      if (event === commentRemoved || !first) yield [{ ...news, updates: key }];
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
    const author = submission.author.personId;
    return commentedCard(words, submission, await commentsOfHour(store, { tenantId, idea, hour, author }));
  },
});

/** The comments of others than the author within an hour, the newest first; the removed ones too. */
async function commentsOfHour(
  store: DocumentStore,
  of: { tenantId: string; idea: string; hour: string; author: string },
): Promise<readonly StoredDocument<Comment>[]> {
  const page = await commentsOn(store, ideaSubject(of.tenantId, of.idea), { limit: mostInAnHour });
  return page.documents.filter(({ body }) => hourOf(body.at) === of.hour && body.by.personId !== of.author);
}
