import type { CardView } from '../bot/answer.ts';
import { isFinal } from '../ideas/lifecycle.ts';
import type { Opinion, Submission } from '../ideas/model.ts';
import { submissions } from '../ideas/model.ts';
import { changeSubmission, stepEvent, submissionOf } from '../ideas/steps.ts';
import { deliveryReached, deliveryUnreachable } from '../outbox/after-attempt.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import { deliveryKey } from '../outbox/delivery-id.ts';
import type { Listener } from '../outbox/listener.ts';
import type { Words } from '../words/words.ts';
import { markUnreachable, opinionAsked, opinionEventId, opinionOf } from './opinion.ts';
import type { TriageParts } from './work-on.ts';

const cardName = 'triage/opinion';

/** What a colleague who was asked sees: the idea without its author, and the question. */
export const opinionData = (
  words: Words,
  submission: Submission | undefined,
  opinion: Opinion | undefined,
) => ({
  title: submission?.title ?? '',
  change: submission?.change ?? '',
  benefit: submission?.benefit ?? '',
  who: opinion ? words.say('triage.opinion.asks', { name: opinion.askedBy.name }) : '',
  question: opinion?.question ?? '',
});

function opinionCard(words: Words, submission: Submission, opinion: Opinion): CardView {
  return {
    card: cardName,
    data: {
      ...opinionData(words, submission, opinion),
      reference: submission.reference,
      opinion: opinion.id,
    },
    summary: words.say('triage.opinion.asks', { name: opinion.askedBy.name }),
  };
}

/** The question goes to the colleague's own chat, and the team hears when it cannot. */
export function opinionListeners({ store, relay }: TriageParts): readonly Listener[] {
  const ask: Listener = {
    event: opinionAsked,
    async *plan({ partition: tenantId, documentId, data: { opinion = '' } }) {
      const submission = await submissionOf(store, tenantId, documentId);
      const asked = submission && opinionOf(submission, opinion);
      if (!asked) return;
      const receiver = { kind: 'person', tenantId, personId: asked.of.personId } as const;
      // Not `idea`: that a colleague is out of reach says nothing about the author.
      const about = { tenant: tenantId, opinionOn: documentId, opinion };
      yield [{ receiver, card: cardName, about, urgency: 'notice' }];
    },
  };
  const mark = (event: string, unreachable: boolean): Listener => ({
    event,
    async *plan({ id, at, data: { tenant, opinionOn, opinion } }) {
      yield [];
      if (!tenant || !opinionOn || !opinion) return;
      await changeSubmission(store, tenant, opinionOn, (current) =>
        markUnreachable(current, opinion, unreachable, { id: `reach>${id}`, at }),
      );
      relay(submissions, tenant, opinionOn);
    },
  });
  const redraw: Listener = {
    event: stepEvent('redacted'),
    async *plan({ id, partition: tenantId, documentId }, reads) {
      const { opinions = [] } = (await submissionOf(reads, tenantId, documentId)) ?? {};
      yield opinions.map(({ id: opinion, of }) => {
        const receiver = { kind: 'person', tenantId, personId: of.personId } as const;
        const updates = deliveryKey(opinionEventId(documentId, opinion), receiver, cardName);
        const about = { tenant: tenantId, opinionOn: documentId, opinion };
        return { receiver, card: cardName, about, urgency: 'notice', key: `${id}>${updates}`, updates };
      });
    },
  };
  return [ask, redraw, mark(deliveryUnreachable, true), mark(deliveryReached, false)];
}

/** Not sent any more once the colleague has answered or nothing is left to decide. */
export const opinionDelivery = ({ store, words }: TriageParts): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'sendAgain',
  async draw({ about: { tenant = '', opinionOn = '', opinion = '' }, updates }) {
    const submission = await submissionOf(store, tenant, opinionOn);
    const asked = submission && opinionOf(submission, opinion);
    const awaited = asked?.answer === undefined && submission && !isFinal(submission.state);
    // One that stands is drawn anew all the same: it may show words that must go.
    return asked && (awaited || updates !== undefined) ? opinionCard(words, submission, asked) : undefined;
  },
});
