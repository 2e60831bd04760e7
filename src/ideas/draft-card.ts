import type { CardView } from '../bot/answer.ts';
import type { Words } from '../words/words.ts';
import type { Unsent } from './alike-card.ts';
import type { Draft } from './draft-model.ts';
import { typedOf } from './share-form.ts';

/** What is kept of a form whose author was asked whether it is like another, and did not answer. */
export const draftOf = ({ about, formId, inputs }: Unsent, now: Date): Draft => ({
  about: { ...about },
  typed: typedOf(inputs),
  formId,
  savedAt: now.toISOString(),
});

/** Offers the form that was left unfinished. @param about what the new one would be opened for. */
export const draftCard = (words: Words, draft: Draft, about: object): CardView => ({
  card: 'ideas/draft',
  data: {
    left: draftLine(words, draft),
    title: draft.typed.title ?? '',
    afresh: { ...about, draft: 'startAfresh' },
  },
  summary: words.say('ideas.draft.heading'),
});

export const draftLine = (words: Words, { savedAt }: Draft): string =>
  words.say('ideas.draft.left', { date: words.dateTime(savedAt) });
