import { deliveryReached, deliveryUnreachable } from '../outbox/after-attempt.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import { withEvent } from '../outbox/event.ts';
import type { Listener } from '../outbox/listener.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { newsCard, receiptCard } from './cards.ts';
import type { DueDates } from './due-dates.ts';
import { type Submission, submissions } from './model.ts';
import { newsSteps } from './news-steps.ts';
import { changeSubmission, reachChanged, stepEvent, submissionOf } from './steps.ts';

interface NewsParts {
  readonly store: DocumentStore;
  readonly words: Words;
  readonly dueDates: (submission: Submission) => DueDates;
  /** A receipt closes with its dialog, so a copy goes to the chat; shown in place it stays there. */
  readonly receiptCloses: boolean;
}

/** Tells the author of every step. An anonymous author is nobody: what was said waits on the idea. */
export function authorListeners({ receiptCloses }: Pick<NewsParts, 'receiptCloses'>): readonly Listener[] {
  const tell = (event: string, card: string): Listener => ({
    event,
    async *plan({ partition: tenantId, documentId, data }, reads) {
      const submission = await submissionOf(reads, tenantId, documentId);
      if (!submission?.author) return;
      const receiver = { kind: 'person', tenantId, personId: submission.author.personId } as const;
      const about = { tenant: tenantId, idea: documentId, entry: data.entry ?? '' };
      yield [{ receiver, card, about, urgency: 'answer' }];
    },
  });
  return [
    ...(receiptCloses ? [tell(stepEvent('submitted'), 'ideas/receipt')] : []),
    ...newsSteps.map((step) => tell(stepEvent(step), 'ideas/news')),
  ];
}

/** Draws what goes to authors from the idea as it stands at that moment. */
export function authorCards({ store, words, dueDates }: NewsParts): readonly DeliveryCard[] {
  return [
    {
      name: 'ideas/news',
      whenInDoubt: 'sendAgain',
      async draw({ about }) {
        const submission = await submissionOf(store, about.tenant ?? '', about.idea ?? '');
        const entry = submission?.history.find(({ n }) => String(n) === about.entry);
        return submission && entry && newsCard(words, submission, entry);
      },
    },
    {
      name: 'ideas/receipt',
      whenInDoubt: 'sendAgain',
      async draw({ about }) {
        const submission = await submissionOf(store, about.tenant ?? '', about.idea ?? '');
        return submission && receiptCard(words, submission, dueDates(submission), undefined);
      },
    },
  ];
}

/**
 * Keeps the mark on a submission that its author cannot be reached: on when a message to them was parked, off when
 * one reached them after all.
 */
export function reachListeners(store: DocumentStore, relay: Outbox['relay']): readonly Listener[] {
  const mark = (event: string, authorUnreachable: boolean): Listener => ({
    event,
    async *plan({ id, at, data }) {
      yield [];
      const { tenant, idea } = data;
      if (!tenant || !idea) return;
      await changeSubmission(store, tenant, idea, (submission) =>
        submission.authorUnreachable === authorUnreachable
          ? undefined
          : withEvent(
              { ...submission, authorUnreachable },
              { id: `reach>${id}`, type: reachChanged, at, data: {} },
            ),
      );
      relay(submissions, tenant, idea);
    },
  });
  return [mark(deliveryUnreachable, true), mark(deliveryReached, false)];
}
