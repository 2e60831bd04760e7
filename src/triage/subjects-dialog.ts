import { z } from 'zod';
import { type Dialog, dialog, openForm } from '../bot/dialog.ts';
import { referenceSchema } from '../ideas/reference.ts';
import { submissionOf } from '../ideas/steps.ts';
import { mostTopics, themeSchema, topicSchema } from '../subjects/codes.ts';
import { subjectsFormCard } from './cards.ts';
import { correctSubjects } from './correct.ts';
import { byOf, showTriage, type TriageParts, workOn } from './work-on.ts';

/** The form by which the innovation team corrects what the keyword rules made of a submission. */
export function subjectsDialog(parts: TriageParts): Dialog {
  const { store } = parts;
  return dialog({
    name: 'triage.subjects',
    about: z.strictObject({ idea: referenceSchema }),
    inputs: (words) =>
      z.strictObject({
        theme: z.union([themeSchema, z.enum(['', 'none']).transform(() => undefined)]).optional(),
        topics: z
          .string()
          .default('')
          .transform((list) => list.split(',').filter((item) => item !== ''))
          .pipe(z.array(topicSchema).max(mostTopics, words.say('triage.subjects.tooMany'))),
      }),
    context: ({ actor }, { idea }) => submissionOf(store, actor.tenantId, idea),
    async open(turn, { idea }) {
      const submission = await submissionOf(store, turn.actor.tenantId, idea);
      if (!submission) return showTriage(parts, turn, submission);
      return openForm({ idea }, { theme: submission.theme ?? 'none', topics: submission.topics.join(',') });
    },
    draw: ({ words }, state, submission) => subjectsFormCard(words, state, submission),
    async submit(turn, { idea }, subjects) {
      const submission = await workOn(parts, turn, idea, (current) =>
        correctSubjects(current, byOf(turn), subjects, turn.now),
      );
      return showTriage(parts, turn, submission);
    },
    async cancel(turn, { idea }) {
      return showTriage(parts, turn, await submissionOf(store, turn.actor.tenantId, idea));
    },
  });
}
