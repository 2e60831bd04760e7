import { z } from 'zod';
import type { Dialog } from '../bot/dialog.ts';
import { isFinal } from '../ideas/lifecycle.ts';
import { withWork } from '../ideas/steps.ts';
import { withScore } from './scores.ts';
import { triageForm } from './triage-form.ts';
import { byOf, type TriageParts, workOn } from './work-on.ts';

/** The inputs of further criteria, of which the setting names as many as it likes up to these. */
const furtherFields = ['further1', 'further2', 'further3', 'further4'] as const;

/** The form by which somebody of the innovation team scores an idea: each person once, and again as they change their mind. */
export function scoreDialog(parts: TriageParts): Dialog {
  const { criteria } = parts;
  const named = (n: number): string => criteria[n] ?? '';
  return triageForm(parts, {
    name: 'triage.score',
    card: 'triage/score',
    heading: 'triage.score.heading',
    fields: ['impact', 'effort', ...furtherFields],
    inputs(words) {
      const missing = words.say('triage.score.missing');
      const score = z
        .enum(['1', '2', '3', '4', '5'], { error: missing })
        .transform((digit) => Number.parseInt(digit, 10));
      const optional = z
        .union([score, z.literal('').transform(() => undefined)], { error: missing })
        .optional();
      return z.strictObject({
        impact: score,
        effort: score,
        further1: optional,
        further2: optional,
        further3: optional,
        further4: optional,
      });
    },
    may: ({ state }) => !isFinal(state),
    typed({ scores = [] }, { actor }) {
      const own = scores.find(({ by }) => by.personId === actor.personId);
      if (!own) return {};
      const further = furtherFields.map((field, n) => [field, String(own.further?.[named(n)] ?? '')]);
      return { impact: String(own.impact), effort: String(own.effort), ...Object.fromEntries(further) };
    },
    data: () => ({ names: Object.fromEntries(furtherFields.map((field, n) => [field, named(n)])) }),
    submit(turn, idea, inputs) {
      const { now, activityId } = turn;
      const further = Object.fromEntries(
        furtherFields.flatMap((field, n) => {
          const given = inputs[field];
          return given !== undefined && named(n) ? [[named(n), given]] : [];
        }),
      );
      const by = byOf(turn);
      const own = {
        by,
        impact: inputs.impact,
        effort: inputs.effort,
        ...(Object.keys(further).length > 0 && { further }),
      };
      return workOn(parts, turn, idea, (current) => {
        const scores = withScore(current.scores ?? [], own);
        return scores && withWork({ ...current, scores }, `score/${activityId}/${by.personId}`, now);
      });
    },
  });
}
