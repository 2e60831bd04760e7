import { z } from 'zod';
import type { Dialog } from '../bot/dialog.ts';
import { lastOf } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import type { Benefits } from '../ideas/plans.ts';
import { withStep } from '../ideas/steps.ts';
import type { By } from '../people/by.ts';
import { benefitsInputs, benefitsOf, confidenceChoices, typedBenefits } from './benefits-inputs.ts';
import { triageForm } from './triage-form.ts';
import { byOf, type TriageParts, workOn } from './work-on.ts';

/** The form by which it is told what an adopted idea has brought; told again, the later report stands. */
export function benefitsDialog(parts: TriageParts): Dialog {
  return triageForm(parts, {
    name: 'triage.benefits',
    card: 'triage/benefits',
    heading: 'triage.benefits.heading',
    fields: ['cashable', 'other', 'confidence'],
    inputs: (words) => z.strictObject(benefitsInputs(words)),
    may: ({ state }) => state === 'adopted' || state === 'reported',
    typed: ({ benefits }) => typedBenefits(benefits),
    data: (words) => ({ confidences: confidenceChoices(words) }),
    async submit(turn, idea, typed) {
      const { words, now } = turn;
      const benefits = benefitsOf(typed);
      if (!benefits) return { kind: 'problems', problems: { form: words.say('triage.benefits.missing') } };
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
