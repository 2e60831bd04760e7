import type { Typed } from '../../bot/dialog.ts';
import type { Theme, Topic } from '../../subjects/codes.ts';
import { cutAtWord } from '../cut-at-word.ts';
import { type AddedCase, longestOfCase, mostFigures, type ToldFigure } from '../model.ts';

/** What a case study may be begun with; all of it can be changed in the form before it is stored. */
export interface CaseDraft {
  readonly title: string;
  readonly place: string;
  /** What was looked at or done, and what was learnt; paragraphs part at empty lines. */
  readonly body: string;
  readonly figures: readonly ToldFigure[];
  readonly theme?: Theme | undefined;
  readonly topics: readonly Topic[];
  /** The work of our own that it tells of. */
  readonly from: NonNullable<AddedCase['from']>;
}

/** The form of a case study filled in with a draft, by the ids of its inputs; what is too long is cut at a word. */
export function caseDraft({ title, place, body, figures, theme, topics }: Omit<CaseDraft, 'from'>): Typed {
  return {
    title: cutAtWord(title, longestOfCase.title),
    place: cutAtWord(place, longestOfCase.place),
    lookedAt: cutAtWord(body, longestOfCase.lookedAt),
    theme: theme ?? 'none',
    topics: topics.join(','),
    ...Object.fromEntries(
      figures.slice(0, mostFigures).flatMap(({ text, source, confidence }, index) => [
        [`figure${index + 1}`, cutAtWord(text, longestOfCase.figure)],
        [`source${index + 1}`, cutAtWord(source, longestOfCase.source)],
        [`sure${index + 1}`, confidence],
      ]),
    ),
  };
}

/** The form filled in with a case study as it stands. */
export const typedFromCase = ({ lookedAt, sources, link = '', figures, ...study }: AddedCase): Typed => ({
  ...caseDraft({ ...study, figures, body: lookedAt }),
  known: sources.filter((source) => !figures.some((figure) => figure.source === source)).join('; '),
  link,
});
