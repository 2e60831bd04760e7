import { z } from 'zod';
import type { Problems } from '../bot/dialog.ts';
import { typedLine, typedText } from '../bot/typed-text.ts';
import { mostTopics, topicSchema } from '../subjects/codes.ts';
import type { Words } from '../words/words.ts';
import { type Dates, endOf, type LocalTime } from './life.ts';
import { longest, mostChannels } from './model.ts';

const listed = (text: string): string[] => text.split(',').filter((item) => item !== '');

const date = (words: Words) => z.iso.date({ error: words.say('challenges.form.dateMissing') });

const tooLong = (words: Words, max: number): string => words.say('challenges.form.tooLong', { max });

const text = (words: Words) =>
  typedText({
    min: 10,
    max: longest.text,
    tooShort: words.say('challenges.form.textMissing'),
    tooLong: tooLong(words, longest.text),
  });

const title = (words: Words) =>
  typedLine({
    min: 3,
    max: longest.title,
    tooShort: words.say('challenges.form.titleMissing'),
    tooLong: tooLong(words, longest.title),
  });

/** What may be typed to open a challenge. */
export function openInputs(words: Words) {
  const question = typedLine({ max: longest.question, tooLong: tooLong(words, longest.question) });
  return z.strictObject({
    title: title(words),
    text: text(words),
    opensOn: date(words),
    closesOn: date(words),
    channels: z
      .string({ error: words.say('challenges.form.channelsMissing') })
      .transform(listed)
      .pipe(z.array(z.string()).min(1, words.say('challenges.form.channelsMissing')).max(mostChannels)),
    topics: z
      .string()
      .default('')
      .transform(listed)
      .pipe(z.array(topicSchema).max(mostTopics, words.say('challenges.form.tooManyTopics'))),
    question1: question,
    question2: question,
    question3: question,
  });
}

export type OpenInputs = z.infer<ReturnType<typeof openInputs>>;

/**
 * What may be edited. The first day is asked for only while it lies ahead. Its own questions stay: somebody may be
 * answering them in a form that is open.
 */
export const editInputs = (words: Words) =>
  z.strictObject({
    title: title(words),
    text: text(words),
    opensOn: date(words).optional(),
    closesOn: date(words),
  });

/** What is wrong with its days, by input, or undefined. */
export function dateProblems(
  words: Words,
  { opensOn, closesOn }: Dates,
  now: Date,
  time: LocalTime,
  opened: boolean,
): Problems | undefined {
  if (!opened && opensOn < time.localDate(now)) return { opensOn: words.say('challenges.form.opensPast') };
  const isOver = endOf({ closesOn }, time) <= now.toISOString();
  return closesOn < opensOn || isOver ? { closesOn: words.say('challenges.form.closesEarly') } : undefined;
}
