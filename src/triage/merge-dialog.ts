import { z } from 'zod';
import { type Dialog, refuse } from '../bot/dialog.ts';
import { cleanText, typedText } from '../bot/typed-text.ts';
import { longest } from '../ideas/model.ts';
import { referenceSchema } from '../ideas/reference.ts';
import { mayMerge, merge } from './merge.ts';
import { triageForm } from './triage-form.ts';
import { byOf, type TriageParts } from './work-on.ts';

/** The form by which an idea goes on within another. Its author is told, follows the other and is credited there. */
export function mergeDialog(parts: TriageParts): Dialog {
  return triageForm(parts, {
    name: 'triage.merge',
    card: 'triage/merge',
    heading: 'triage.merge.heading',
    fields: ['into', 'reason'],
    inputs: (words) =>
      z.strictObject({
        into: z
          .string()
          .default('')
          .transform((typed) => cleanText(typed).toUpperCase())
          .refine((typed) => referenceSchema.safeParse(typed).success, words.say('triage.merge.wrong')),
        reason: typedText({
          min: 3,
          max: longest.reason,
          tooShort: words.say('triage.decide.reasonMissing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
        }),
      }),
    may: mayMerge,
    typed: ({ links = [] }) => ({ into: links.find(({ to }) => to.kind === 'idea')?.to.id ?? '' }),
    async submit(turn, idea, { into, reason }) {
      const { actor, words, now } = turn;
      const outcome = await merge(parts, actor.tenantId, { by: byOf(turn), from: idea, into, reason }, now);
      switch (outcome.kind) {
        case 'merged':
          return outcome.submission;
        case 'sourceNotPossible':
        case 'targetNotPossible': {
          const state = words.say(`triage.state.${outcome.submission.state}`);
          const field = outcome.kind === 'targetNotPossible' ? 'into' : 'form';
          return refuse(field, words.say(`triage.merge.${outcome.kind}`, { state }));
        }
        default:
          return refuse('into', words.say(`triage.merge.${outcome.kind}`));
      }
    },
  });
}
