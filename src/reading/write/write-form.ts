import { z } from 'zod';
import type { FormState, Typed } from '../../bot/dialog.ts';
import { typedLine, typedText } from '../../bot/typed-text.ts';
import { classify } from '../../subjects/classify.ts';
import type { Words } from '../../words/words.ts';
import { cutAtWord } from '../cut-at-word.ts';
import { longestAlt, longestTeaser, longestTitle } from '../model.ts';
import { pictureOf } from '../picture.ts';
import { subjectInputs } from '../subject-inputs.ts';
import { webAddress } from '../web-address.ts';
import { longestText, type Written } from './proposal.ts';

export const writeFields = ['title', 'teaser', 'text', 'link', 'picture', 'alt', 'theme', 'topics'] as const;

/** Those that stand behind *Add a link, a picture or topics*. */
const laterFields = writeFields.slice(3);

/** Whether one of those that stand behind it is filled in or refused. */
export const showsMore = ({ typed, problems }: Pick<FormState<object>, 'typed' | 'problems'>): boolean =>
  laterFields.some((field) => problems[field] !== undefined || !['', 'none'].includes(typed[field] ?? ''));

const longestAddress = 500;

/** What may be typed into the form of an article. */
export function writeInputs(words: Words) {
  const tooLong = (max: number) => words.say('curate.form.tooLong', { max });
  const address = (wrong: string) =>
    typedLine({ max: longestAddress, tooLong: wrong }).refine(
      (text) => text === '' || webAddress(text)?.startsWith('https:') === true,
      wrong,
    );
  return z
    .strictObject({
      title: typedLine({
        min: 3,
        max: longestTitle,
        tooShort: words.say('write.form.titleMissing'),
        tooLong: tooLong(longestTitle),
      }),
      teaser: typedLine({ max: longestTeaser, tooLong: tooLong(longestTeaser) }),
      text: typedText({
        min: 20,
        max: longestText,
        tooShort: words.say('write.form.textMissing'),
        tooLong: tooLong(longestText),
      }),
      link: address(words.say('write.form.addressWrong')),
      picture: address(words.say('write.form.addressWrong')),
      alt: typedLine({ max: longestAlt, tooLong: tooLong(longestAlt) }),
      ...subjectInputs(words.say('curate.form.tooMany')),
    })
    .refine(({ picture, alt }) => picture === '' || alt !== '', {
      path: ['alt'],
      message: words.say('write.form.altMissing'),
    })
    .transform(({ title, teaser, text, link, picture, alt, theme, topics }): Written => {
      const found = classify(`${title}\n${text}`);
      const chosen = theme ?? found.theme;
      const described = pictureOf(picture || undefined, alt);
      const address = webAddress(link || undefined);
      return {
        title,
        teaser: teaser || cutAtWord(text.replace(/\s+/gu, ' '), longestTeaser),
        text,
        ...(address && { link: address }),
        ...(described && { picture: described }),
        ...(chosen && { theme: chosen }),
        topics: topics.length > 0 ? topics : [...found.topics],
      };
    });
}

/** The form filled in with what was written. */
export const typedFrom = ({ title, teaser, text, link, picture, theme, topics }: Written): Typed => ({
  title,
  teaser,
  text,
  link: link ?? '',
  picture: picture?.address ?? '',
  alt: picture?.alt ?? '',
  theme: theme ?? 'none',
  topics: topics.join(','),
});
