import { z } from 'zod';
import { typedText } from '../bot/typed-text.ts';
import type { Benefits } from '../ideas/plans.ts';
import { confidences, longest } from '../ideas/terms.ts';
import type { Words } from '../words/words.ts';

/** The inputs by which benefits are told; the first two may be left empty. */
export const benefitsInputs = (words: Words) => ({
  cashable: z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll(/[£,\s]/gu, ''))
    .pipe(
      z.union([z.literal(''), z.string().regex(/^\d{1,10}$/u)], {
        error: words.say('triage.benefits.wrong'),
      }),
    )
    .transform((digits) => (digits === '' ? undefined : Number(digits))),
  other: typedText({
    max: longest.reason,
    tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
  }),
  confidence: z.enum(confidences).default('medium'),
});

interface TypedBenefits {
  readonly cashable: number | undefined;
  readonly other: string;
  readonly confidence: Benefits['confidence'];
}

/** What was told by them; undefined when neither money nor anything else was. */
export const benefitsOf = ({ cashable, other, confidence }: TypedBenefits): Benefits | undefined =>
  cashable === undefined && !other
    ? undefined
    : { ...(cashable !== undefined && { cashable }), ...(other && { other }), confidence };

/** What the inputs start with. */
export const typedBenefits = (benefits: Benefits | undefined) => ({
  cashable: benefits?.cashable === undefined ? '' : String(benefits.cashable),
  other: benefits?.other ?? '',
  confidence: benefits?.confidence ?? 'medium',
});

/** How sure somebody may be, as it is offered. */
export const confidenceChoices = (words: Words) =>
  confidences.map((code) => ({ code, name: words.say(`triage.benefits.${code}`) }));
