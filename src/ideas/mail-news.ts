import type { Delivery, PlannedDelivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import { type Letter, letterView } from '../outbox/letter.ts';
import type { Listener } from '../outbox/listener.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import type { DueDates } from './due-dates.ts';
import type { Submission } from './model.ts';
import { isNews, newsHeading, newsSteps } from './news-steps.ts';
import { mailNotAdded } from './receive-by-mail.ts';
import { stepEvent, submissionOf } from './steps.ts';
import { told } from './story-data.ts';
import { longest } from './terms.ts';

interface MailNewsParts {
  readonly store: DocumentStore;
  readonly words: Words;
  readonly dueDates: (submission: Submission) => DueDates;
}

type Mailed = Submission & { readonly byMail: NonNullable<Submission['byMail']> };

const isMailed = (submission: Submission | undefined): submission is Mailed =>
  submission?.byMail !== undefined;

/** Tells by e-mail of every step, whoever sent a submission by e-mail. */
export function mailListeners(): readonly Listener[] {
  const tell = (event: string, card: string): Listener => ({
    event,
    async *plan({ partition: tenantId, documentId, data }, reads) {
      const submission = await submissionOf(reads, tenantId, documentId);
      if (!isMailed(submission)) return;
      const { address } = submission.byMail;
      const planned: PlannedDelivery = {
        receiver: { kind: 'mail', tenantId, address },
        card,
        about: { ...data, tenant: tenantId, idea: documentId },
        urgency: 'answer',
      };
      yield [planned];
    },
  });
  return [
    tell(stepEvent('submitted'), 'ideas/mail-receipt'),
    ...newsSteps.map((step) => tell(stepEvent(step), 'ideas/mail-news')),
    tell(mailNotAdded, 'ideas/mail-not-added'),
  ];
}

/** Draws the letters from the submission as it stands at that moment. */
export function mailCards(parts: MailNewsParts): readonly DeliveryCard[] {
  const letter = (
    name: string,
    write: (submission: Mailed, about: Delivery['about']) => Letter | undefined,
  ): DeliveryCard => ({
    name,
    whenInDoubt: 'sendAgain',
    async draw({ about }) {
      const submission = await submissionOf(parts.store, about.tenant ?? '', about.idea ?? '');
      const written = isMailed(submission) ? write(submission, about) : undefined;
      return written && letterView(written);
    },
  });
  const { words } = parts;
  return [
    letter('ideas/mail-receipt', (submission) => receipt(words, submission, parts.dueDates(submission))),
    letter('ideas/mail-news', (submission, { entry }) => news(words, submission, entry)),
    letter('ideas/mail-not-added', (submission, { answers }) =>
      about(words, submission, answers, words.say('mail.notAsked'), [
        { kind: 'text', text: words.say('mail.notAsked.text') },
      ]),
    ),
  ];
}

function receipt(words: Words, submission: Mailed, due: DueDates): Letter {
  const { reference, title, change, byMail } = submission;
  const dates = { acknowledge: words.date(due.acknowledge), decide: words.date(due.decide) };
  const names = byMail.attachments.join(', ');
  return about(words, submission, byMail.messageId, words.say('mail.received'), [
    { kind: 'text', text: words.say('mail.received.next', { reference, ...dates }) },
    { kind: 'text', text: words.say('mail.received.asRead') },
    { kind: 'quote', text: change === title ? title : `${title}\n\n${change}` },
    ...(byMail.cut
      ? [{ kind: 'text', text: words.say('mail.received.cut', { max: longest.change }) } as const]
      : []),
    ...(names ? [{ kind: 'text', text: words.say('mail.received.attachments', { names }) } as const] : []),
  ]);
}

function news(words: Words, submission: Mailed, n: string | undefined): Letter | undefined {
  const entry = submission.history.find((past) => String(past.n) === n);
  if (!entry || !isNews(entry)) return undefined;
  const { what, text } = told(words, entry);
  const heading = newsHeading(words, entry);
  return about(words, submission, submission.byMail.messageId, heading, [
    { kind: 'text', text: what },
    ...(text ? [{ kind: 'quote', text } as const] : []),
    ...(submission.questionAsked === entry.n
      ? [{ kind: 'text', text: words.say('mail.answer') } as const]
      : []),
  ]);
}

function about(
  words: Words,
  { reference, title }: Submission,
  inReplyTo: string | undefined,
  heading: string,
  paragraphs: Letter['paragraphs'],
): Letter {
  return {
    subject: words.say('mail.subject', { reference, heading, title }),
    paragraphs: [
      { kind: 'heading', text: heading },
      ...paragraphs,
      { kind: 'note', text: words.say('mail.footer', { title, reference }) },
    ],
    ...(inReplyTo && { inReplyTo }),
  };
}
