import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Words } from '../words/words.ts';
import { discretions, type InnovationKind, innovationKinds, reaches } from './innovation-kinds.ts';
import type { Submission } from './model.ts';

export const kindsCard = (words: Words): CardView => ({
  card: 'ideas/kinds',
  data: {
    kinds: innovationKinds.map(({ name, fits, support }) => ({
      name,
      fits,
      support: words.say('kinds.support', { support: support.join(', ') }),
    })),
  },
  summary: words.say('kinds.summary'),
});

export const findKindForm = (words: Words, state: FormState<object>): CardView => ({
  card: 'ideas/kind-find',
  data: {
    ...formData(state, ['discretion', 'reach']),
    discretions: discretions.map((code) => ({ code, name: words.say(`kinds.find.discretion.${code}`) })),
    reaches: reaches.map((code) => ({ code, name: words.say(`kinds.find.reach.${code}`) })),
  },
  summary: words.say('kinds.find'),
});

export const foundKindCard = (words: Words, { code, name, fits, support }: InnovationKind): CardView => ({
  card: 'ideas/kind-found',
  data: { code, name, fits, support: support.map((text) => ({ text })) },
  summary: words.say('kinds.found.summary', { kind: name }),
});

export const keepKindForm = (
  words: Words,
  state: FormState<object>,
  shown: { kind: string; ideas: readonly Submission[] },
): CardView => ({
  card: 'ideas/kind-keep',
  data: {
    ...formData(state, ['idea']),
    kind: shown.kind,
    ideas: shown.ideas.map(({ reference, title }) => ({
      reference,
      name: words.say('kinds.keep.choice', { title, reference }),
    })),
  },
  summary: words.say('kinds.keep.heading'),
});
