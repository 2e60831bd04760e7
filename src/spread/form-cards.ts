import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { byOf } from '../engagement/marks.ts';
import { outcomes } from '../ideas/terms.ts';
import { confidenceChoices } from '../triage/benefits-inputs.ts';
import type { Words } from '../words/words.ts';
import type { KnownReplication, Source } from './model.ts';
import { sourceTitle, whatLine } from './spread-words.ts';

/** What the forms say about the replication they are for; empty when the store did not answer. */
const titleOf = (words: Words, known: KnownReplication | undefined): string =>
  known ? whatLine(words, known.body) : '';

export const startFormCard = (
  { words, actor }: Pick<Turn, 'words' | 'actor'>,
  state: FormState<object>,
  source: Source | undefined,
  services: readonly string[],
): CardView => ({
  card: 'spread/start',
  data: {
    ...formData(state, ['service', 'lead', 'startsOn']),
    title: source ? sourceTitle(words, source) : '',
    services: services.map((name) => ({ name })),
    known: [byOf(actor)],
  },
  summary: words.say('spread.start.heading'),
});

export const reportFormCard = (
  words: Words,
  state: FormState<object>,
  known: KnownReplication | undefined,
): CardView => ({
  card: 'spread/report',
  data: {
    ...formData(state, ['outcome', 'learnt', 'cashable', 'other', 'confidence']),
    title: titleOf(words, known),
    outcomes: outcomes.map((code) => ({ code, name: words.say(`spread.outcome.${code}`) })),
    confidences: confidenceChoices(words),
  },
  summary: words.say('spread.report.heading'),
});

export const editFormCard = (
  words: Words,
  state: FormState<object>,
  known: KnownReplication | undefined,
): CardView => ({
  card: 'spread/edit',
  data: {
    ...formData(state, ['lead', 'startsOn']),
    title: titleOf(words, known),
    known: known ? [known.body.lead] : [],
  },
  summary: words.say('spread.edit.heading'),
});

export const endFormCard = (
  words: Words,
  state: FormState<object>,
  known: KnownReplication | undefined,
): CardView => ({
  card: 'spread/end',
  data: { ...formData(state, ['reason']), title: titleOf(words, known) },
  summary: words.say('spread.end.heading'),
});
