import { z } from 'zod';
import type { CardView } from '../../bot/answer.ts';
import { type FormState, formData } from '../../bot/dialog.ts';
import { typedLine, typedText } from '../../bot/typed-text.ts';
import { cutAtWord } from '../../reading/cut-at-word.ts';
import { type Article, longestTeaser, longestTitle } from '../../reading/model.ts';
import type { Words } from '../../words/words.ts';
import { itemsOf } from '../edition-items.ts';
import { type Edition, type Known, longestOpening } from '../model.ts';
import type { Told } from '../told.ts';

export const longestNote = 200;
// Each title stands there several times, and what can be chosen is never cut to fit a card.
const longestChoice = 60;

const nothingChosen = 'none';

const fields = ['opening', 'drop', 'swapOut', 'swapIn', 'reword', 'title', 'teaser', 'note'] as const;

/** What the form starts with. */
export const typedFor = ({ opening = '' }: Pick<Edition, 'opening'>) => ({
  opening,
  swapOut: nothingChosen,
  swapIn: nothingChosen,
  reword: nothingChosen,
});

/** What an edition tells, and what may come in its stead. */
export interface Correctable {
  readonly told: Told;
  /** The newest articles that it does not tell. */
  readonly others: readonly Known<Article>[];
  readonly mailed: boolean;
}

/** The form that puts a posted edition right; without `shown` when the store does not answer. */
export function correctForm(
  words: Words,
  state: FormState<object>,
  shown: Correctable | undefined,
): CardView {
  const items = shown ? itemsOf(words, shown.told) : [];
  const choices = (some: readonly { readonly id: string; readonly title: string }[]) =>
    some.map(({ id, title }) => ({ value: id, title: cutAtWord(title, longestChoice) }));
  const own = choices((shown?.told.articles ?? []).map(({ id, body }) => ({ id, title: body.title })));
  const others = choices((shown?.others ?? []).map(({ id, body }) => ({ id, title: body.title })));
  return {
    card: 'digests/correct',
    data: {
      ...formData(state, fields),
      mailed: shown?.mailed ?? false,
      drops: choices(items),
      mayDrop: items.length > 0,
      own,
      others,
      maySwap: own.length > 0 && others.length > 0,
      mayReword: own.length > 0,
    },
    summary: words.say('dialog.digest.correct.title'),
  };
}

/** What is typed into that form. */
export function correctInputs(words: Words) {
  const tooLong = (most: number) => words.say('digests.draft.problem.opening', { most });
  const line = (max: number) => typedLine({ max, tooLong: tooLong(max) });
  const problem = (key: 'swap' | 'reword' | 'both', path: string) => ({
    path: [path],
    error: words.say(`digests.correct.problem.${key}`),
  });
  const id = z
    .string()
    .max(100)
    .default(nothingChosen)
    .transform((chosen) => (chosen === nothingChosen ? '' : chosen));
  return z
    .object({
      opening: typedText({ max: longestOpening, tooLong: tooLong(longestOpening) }),
      drop: z
        .string()
        .max(10_000)
        .default('')
        .transform((chosen) => chosen.split(',').filter((one) => one !== '')),
      swapOut: id,
      swapIn: id,
      reword: id,
      title: line(longestTitle),
      teaser: line(longestTeaser),
      note: line(longestNote),
    })
    .refine(({ swapOut, swapIn }) => (swapOut === '') === (swapIn === ''), problem('swap', 'swapOut'))
    .refine(
      ({ reword, title, teaser }) => (reword === '') === (title === '' && teaser === ''),
      problem('reword', 'reword'),
    )
    .refine(
      ({ drop, swapOut, reword }) => {
        const named = [...drop, swapOut, reword].filter((one) => one !== '');
        return new Set(named).size === named.length;
      },
      problem('both', 'form'),
    );
}

export type Corrected = z.infer<ReturnType<typeof correctInputs>>;
