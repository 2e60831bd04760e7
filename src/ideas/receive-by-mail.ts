import { cleanText } from '../bot/typed-text.ts';
import { withEvent } from '../outbox/event.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { classify } from '../subjects/classify.ts';
import type { Words } from '../words/words.ts';
import { answerQuestion } from './answer-question.ts';
import { type Submission, submissions } from './model.ts';
import { fingerprint, referenceSchema } from './reference.ts';
import { changeSubmission, stepEvent, submissionOf } from './steps.ts';
import { createOnce } from './submit.ts';
import { longest } from './terms.ts';

/** An e-mail from a person: what it newly says, without what it quotes. */
export interface MailedIn {
  /** The same whenever this e-mail is read again. */
  readonly id: string;
  readonly messageId: string;
  readonly from: { readonly address: string; readonly name: string };
  readonly outside: boolean;
  /** Without `Re:` and its like; may be empty. */
  readonly subject: string;
  readonly text: string;
  /** Names of files. */
  readonly attachments: readonly string[];
}

/** `notAsked`: it is about a submission of its sender that no question is open on. It was not added; they are told. */
export type MailOutcome = 'submitted' | 'answered' | 'notAsked';

interface ReceiveParts {
  readonly store: DocumentStore;
  readonly words: Words;
  readonly relay: Outbox['relay'];
}

/** Raised when an e-mail about a submission was not added to it; `data.answers` is its Message-ID. */
export const mailNotAdded = 'idea.mailNotAdded';

const mostAttachments = 20;

/**
 * Takes an e-mail in: as the answer to a question, when its subject carries the reference of a submission of the same
 * sender, else as a new submission. The same e-mail taken again changes nothing.
 */
export async function receiveByMail(
  parts: ReceiveParts,
  tenantId: string,
  mail: MailedIn,
  now: Date,
): Promise<{ readonly outcome: MailOutcome; readonly reference: string }> {
  const { store, relay } = parts;
  const own = await ownByReference(store, tenantId, mail);
  if (!own) {
    const { id: reference } = await createOnce(store, tenantId, mail.id, (free) =>
      newSubmission(free, mail, parts.words, now),
    );
    relay(submissions, tenantId, reference);
    return { outcome: 'submitted', reference };
  }
  const { reference } = own;
  const outcome = (await answered(store, tenantId, own, mail, now)) ? 'answered' : 'notAsked';
  if (outcome === 'notAsked') await noteNotAdded(store, tenantId, reference, mail, now);
  relay(submissions, tenantId, reference);
  return { outcome, reference };
}

const sentBy =
  ({ from }: MailedIn) =>
  ({ byMail }: Submission): boolean =>
    byMail?.address === from.address;

async function ownByReference(
  store: DocumentStore,
  tenantId: string,
  mail: MailedIn,
): Promise<Submission | undefined> {
  for (const [, token = ''] of mail.subject.matchAll(/\[([0-9A-Z]{6})\]/gu)) {
    const reference = referenceSchema.safeParse(token);
    const submission = reference.success ? await submissionOf(store, tenantId, reference.data) : undefined;
    if (submission && sentBy(mail)(submission)) return submission;
  }
  return undefined;
}

/** False when no question is open that this e-mail could answer. */
async function answered(
  store: DocumentStore,
  tenantId: string,
  { reference, history, questionAsked }: Submission,
  mail: MailedIn,
  now: Date,
): Promise<boolean> {
  const answer = cutTo(longest.question, cleanText(mail.text));
  if (answer === '') return false;
  // Read again after a crash, it finds its own answer.
  const before = history.find((past) => past.what === 'answered' && past.answer === answer);
  const entry = questionAsked ?? (before?.what === 'answered' ? before.to : undefined);
  if (entry === undefined) return false;
  const given = { reference, entry, answer, now };
  return (await answerQuestion(store, tenantId, sentBy(mail), given)).outcome === 'answered';
}

async function noteNotAdded(
  store: DocumentStore,
  tenantId: string,
  reference: string,
  mail: MailedIn,
  now: Date,
): Promise<void> {
  const event = {
    id: `submissions/${reference}/mail/${fingerprint(mail.id)}`,
    type: mailNotAdded,
    at: now.toISOString(),
    data: { answers: mail.messageId },
  };
  await changeSubmission(store, tenantId, reference, (current) =>
    current.events.some(({ id }) => id === event.id) ? undefined : withEvent(current, event),
  );
}

function newSubmission(reference: string, mail: MailedIn, words: Words, now: Date): Submission {
  const { id, messageId, from, outside, attachments } = mail;
  const line = cleanText(mail.subject).replace(/\s+/gu, ' ');
  const text = cleanText(mail.text);
  const title = cutTo(longest.title, line || (text.split('\n')[0] ?? '') || words.say('mail.noSubject'));
  const change = cutTo(longest.change, text || line);
  const { theme, topics } = classify(`${title}\n${change}`);
  const at = now.toISOString();
  return {
    reference,
    kind: 'idea',
    title,
    change,
    shapedBy: [],
    naming: 'named',
    byMail: {
      address: from.address,
      name: cutTo(longest.title, cleanText(from.name).replace(/\s+/gu, ' ')) || from.address,
      outside,
      messageId,
      attachments: attachments.slice(0, mostAttachments).map((name) => cutTo(longest.title, cleanText(name))),
      cut: text.length > longest.change,
    },
    ...(theme && { theme }),
    topics: [...topics],
    state: 'received',
    authorUnreachable: false,
    history: [{ n: 0, at, what: 'submitted' }],
    createdAt: at,
    form: { id: fingerprint(id), content: fingerprint(JSON.stringify([line, text])) },
    events: [{ id: `submissions/${reference}/0`, type: stepEvent('submitted'), at, data: { entry: '0' } }],
    eventsPending: true,
  };
}

/** At most so many UTF-16 units, ending in an ellipsis where something is left out; never half a character. */
const cutTo = (most: number, text: string): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
