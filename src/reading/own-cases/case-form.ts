import { z } from 'zod';
import { typedLine, typedText } from '../../bot/typed-text.ts';
import { classify } from '../../subjects/classify.ts';
import type { Words } from '../../words/words.ts';
import { type AddedCase, longestOfCase, sureness, type ToldFigure } from '../model.ts';
import { subjectInputs } from '../subject-inputs.ts';
import { webAddress } from '../web-address.ts';

const numbers = [1, 2, 3, 4] as const;

const figureFields = numbers.flatMap((n) => [`figure${n}`, `source${n}`, `sure${n}`] as const);

export const caseFields = [
  'title',
  'place',
  'lookedAt',
  'known',
  'link',
  'theme',
  'topics',
  ...figureFields,
] as const;

/** Of a figure that stands behind *Add more figures*. */
export const laterFigures = figureFields.slice(3);

/** A case study as somebody typed it. */
export type TypedCase = Pick<
  AddedCase,
  'title' | 'place' | 'lookedAt' | 'figures' | 'sources' | 'link' | 'theme' | 'topics'
>;

/** What may be typed into the form of a case study. A figure needs its source. */
export function caseInputs(words: Words) {
  const tooLong = (max: number) => words.say('curate.form.tooLong', { max });
  const line = (max: number, tooShort?: string) =>
    typedLine({ max, tooLong: tooLong(max), ...(tooShort && { min: 2, tooShort }) });
  const figure = line(longestOfCase.figure);
  const source = line(longestOfCase.source);
  const sure = z.enum(sureness).default('medium');
  return z
    .strictObject({
      title: line(longestOfCase.title, words.say('cases.form.titleMissing')),
      place: line(longestOfCase.place, words.say('cases.form.placeMissing')),
      lookedAt: typedText({
        min: 20,
        max: longestOfCase.lookedAt,
        tooShort: words.say('cases.form.lookedAtMissing'),
        tooLong: tooLong(longestOfCase.lookedAt),
      }),
      known: line(longestOfCase.source),
      link: line(longestOfCase.link).refine(
        (text) => text === '' || webAddress(text)?.startsWith('https:') === true,
        words.say('write.form.addressWrong'),
      ),
      ...subjectInputs(words.say('curate.form.tooMany')),
      ...{ figure1: figure, figure2: figure, figure3: figure, figure4: figure },
      ...{ source1: source, source2: source, source3: source, source4: source },
      ...{ sure1: sure, sure2: sure, sure3: sure, sure4: sure },
    })
    .superRefine((typed, check) => {
      const fault = (field: string, message: string) =>
        check.addIssue({ code: 'custom', path: [field], message });
      for (const n of numbers) {
        const [text, from] = [typed[`figure${n}`], typed[`source${n}`]];
        if (text !== '' && from === '') fault(`source${n}`, words.say('cases.form.sourceMissing'));
        if (text === '' && from !== '') fault(`figure${n}`, words.say('cases.form.figureMissing'));
      }
    })
    .transform(({ title, place, lookedAt, known, link, theme, topics, ...typed }): TypedCase => {
      const figures = numbers
        .map((n): ToldFigure => {
          const [text, from, confidence] = [typed[`figure${n}`], typed[`source${n}`], typed[`sure${n}`]];
          return { text, source: from, confidence };
        })
        .filter(({ text }) => text !== '');
      const sources = [...new Set([...figures.map((told) => told.source), known])].filter(
        (text) => text !== '',
      );
      const found = classify(`${title}\n${lookedAt}`);
      const chosen = theme ?? found.theme;
      const address = webAddress(link || undefined);
      return {
        title,
        place,
        lookedAt,
        figures,
        sources: sources.length > 0 ? sources : [words.say('cases.form.ownAccount')],
        ...(address && { link: address }),
        ...(chosen && { theme: chosen }),
        topics: topics.length > 0 ? topics : [...found.topics],
      };
    });
}
