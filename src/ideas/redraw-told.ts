import { followersOf } from '../engagement/marks.ts';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import { deliveryKey } from '../outbox/delivery-id.ts';
import type { Listener } from '../outbox/listener.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { daysAfter } from '../time/days.ts';
import type { HistoryEntry } from './history.ts';
import { isNews } from './news-steps.ts';
import { ideaSubject } from './recount.ts';
import { stepEvent, submissionOf } from './steps.ts';

// So long a message to a person is remembered, and can be drawn anew where it stands.
const lookBackDays = 30;

/**
 * Once words were removed from an idea, what its author and its followers were sent of it in the last weeks is drawn
 * anew where it stands. What went by e-mail stays as it is.
 */
export const redrawTold = (store: DocumentStore): Listener => ({
  event: stepEvent('redacted'),
  async *plan({ id: event, at, partition: tenantId, documentId: idea }, reads) {
    const submission = await submissionOf(reads, tenantId, idea);
    if (!submission) return;
    const { author, history } = submission;
    const since = daysAfter(at, -lookBackDays);
    const told = history.filter((entry) => entry.at > since && (entry.n === 0 || isNews(entry)));
    const again = (
      { n }: HistoryEntry,
      planned: Pick<PlannedDelivery, 'receiver' | 'card' | 'about'>,
    ): PlannedDelivery => {
      const updates = deliveryKey(`submissions/${idea}/${n}`, planned.receiver, planned.card);
      return { ...planned, urgency: 'notice', key: `${event}>${updates}`, updates };
    };
    if (author) {
      const receiver = { kind: 'person', tenantId, personId: author.personId } as const;
      yield told.map((entry) => {
        const about = { tenant: tenantId, idea, entry: String(entry.n) };
        return again(entry, { receiver, card: entry.n === 0 ? 'ideas/receipt' : 'ideas/news', about });
      });
    }
    const decided = told.filter(({ what }) => what === 'decided');
    if (decided.length === 0) return;
    for await (const page of followersOf(store, ideaSubject(tenantId, idea)))
      yield page
        .filter((personId) => personId !== author?.personId)
        .flatMap((personId) =>
          decided.map((entry) => {
            const about = { tenant: tenantId, followed: idea, entry: String(entry.n) };
            const receiver = { kind: 'person', tenantId, personId } as const;
            return again(entry, { receiver, card: 'ideas/followed', about });
          }),
        );
  },
});
