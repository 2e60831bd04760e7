import { z } from 'zod';
import type { Typed } from '../bot/dialog.ts';
import { typedLine, typedText } from '../bot/typed-text.ts';
import type { Words } from '../words/words.ts';
import { planInputs } from './plan-form.ts';
import { controls, kinds, longest, namings, shapers, stages } from './terms.ts';

/** The inputs of the form, in its order. */
export const shareFields = [
  'title',
  'change',
  'kind',
  'control',
  'stops',
  'hours',
  'stage',
  'milestone',
  'milestoneOn',
  'endsOn',
  'benefit',
  'service',
  'shapedBy',
  'link',
  'naming',
  'answer1',
  'answer2',
  'answer3',
] as const;

/** What a person may type into the form, with words for each fault. */
export function shareInputs(words: Words, services: readonly string[]) {
  const tooLong = (max: number) => words.say('ideas.form.tooLong', { max });
  const answer = typedText({ max: longest.answer, tooLong: tooLong(longest.answer) });
  return z.strictObject({
    title: typedLine({
      min: 3,
      max: longest.title,
      tooShort: words.say('ideas.form.titleMissing'),
      tooLong: tooLong(longest.title),
    }),
    change: typedText({
      min: 10,
      max: longest.change,
      tooShort: words.say('ideas.form.changeMissing'),
      tooLong: tooLong(longest.change),
    }),
    kind: z.enum(kinds).default('idea'),
    control: z.union([z.enum(controls), z.literal('')]).default(''),
    stops: typedText({ max: longest.stops, tooLong: tooLong(longest.stops) }),
    hours: z
      .string()
      .default('')
      .transform((typed) => typed.replaceAll(/[,\s]/gu, ''))
      .refine((typed) => /^(?:[1-9]\d{0,5})?$/u.test(typed), words.say('ideas.form.hours.wrong')),
    stage: z.enum(stages).default('practice'),
    ...planInputs(words),
    benefit: typedText({ max: longest.benefit, tooLong: tooLong(longest.benefit) }),
    service: z
      .string()
      .default('')
      .refine(
        (service) => service === '' || services.includes(service),
        words.say('ideas.form.serviceUnknown'),
      ),
    shapedBy: z
      .string()
      .default('')
      .transform((list) => list.split(',').filter((item) => item !== ''))
      .pipe(z.array(z.enum(shapers))),
    link: typedLine({ max: longest.link, tooLong: tooLong(longest.link) })
      .transform((link) => (link === '' || /^[a-z]+:/iu.test(link) ? link : `https://${link}`))
      .refine((link) => link === '' || isWebAddress(link), words.say('ideas.form.linkWrong')),
    naming: z.enum(namings).default('named'),
    answer1: answer,
    answer2: answer,
    answer3: answer,
  });
}

export type ShareInputs = z.infer<ReturnType<typeof shareInputs>>;

/** What stands in the inputs when they hold this. */
export const typedOf = (inputs: ShareInputs): Typed => ({ ...inputs, shapedBy: inputs.shapedBy.join(',') });

function isWebAddress(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname, username } = new URL(link);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && username === '';
}
