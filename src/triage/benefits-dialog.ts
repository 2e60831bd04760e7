import { z } from 'zod';
import type { Dialog } from '../bot/dialog.ts';
import { typedText } from '../bot/typed-text.ts';
import { lastOf } from '../ideas/lifecycle.ts';
import { type Benefits, type By, confidences, longest, type Submission } from '../ideas/model.ts';
import { withStep } from '../ideas/steps.ts';
import type { Words } from '../words/words.ts';
import { triageForm } from './triage-form.ts';
import { byOf, type TriageParts, workOn } from './work-on.ts';

/** The form by which it is told what an adopted idea has brought; told again, the later report stands. */
export function benefitsDialog(parts: TriageParts): Dialog {
  return triageForm(parts, {
    name: 'triage.benefits',
    card: 'triage/benefits',
    heading: 'triage.benefits.heading',
    fields: ['cashable', 'other', 'confidence'],
    inputs: benefitsInputs,
    may: ({ state }) => state === 'adopted' || state === 'reported',
    typed: ({ benefits }) => ({
      cashable: benefits?.cashable === undefined ? '' : String(benefits.cashable),
      other: benefits?.other ?? '',
      confidence: benefits?.confidence ?? 'medium',
    }),
    data: (words) => ({
      confidences: confidences.map((code) => ({ code, name: words.say(`triage.benefits.${code}`) })),
    }),
    async submit(turn, idea, { cashable, other, confidence }) {
      const { words, now } = turn;
      if (cashable === undefined && !other)
        return { kind: 'problems', problems: { form: words.say('triage.benefits.missing') } };
      const benefits = { ...(cashable !== undefined && { cashable }), ...(other && { other }), confidence };
      return workOn(parts, turn, idea, (current) => reportBenefits(current, byOf(turn), benefits, now));
    },
  });
}

/** The submission with its benefits; undefined when it is not adopted, or they are told so already. */
export function reportBenefits(
  submission: Submission,
  by: By,
  benefits: Benefits,
  now: Date,
): Submission | undefined {
  const { state } = submission;
  if (state !== 'adopted' && state !== 'reported') return undefined;
  const last = lastOf(submission, 'benefitsReported')?.benefits;
  const same =
    last?.cashable === benefits.cashable &&
    last?.other === benefits.other &&
    last?.confidence === benefits.confidence;
  if (same) return undefined;
  const step = { what: 'benefitsReported', by, benefits } as const;
  return withStep(submission, step, now, { state: 'reported', benefits });
}

const benefitsInputs = (words: Words) =>
  z.strictObject({
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
    confidence: z.enum(confidences),
  });
