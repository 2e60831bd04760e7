import { z } from 'zod';
import { type Dialog, dialog, openForm } from '../bot/dialog.ts';
import { typedText } from '../bot/typed-text.ts';
import { referenceSchema } from '../ideas/reference.ts';
import { submissionOf } from '../ideas/steps.ts';
import { longest } from '../ideas/terms.ts';
import { mostTopics, themeSchema, topicSchema } from '../subjects/codes.ts';
import { subjectsFormCard } from './cards.ts';
import { correctSubjects } from './correct.ts';
import { byOf, showTriage, type TriageParts, workOn } from './work-on.ts';

/** The form by which the innovation team corrects what the keyword rules made of a submission. */
export function subjectsDialog(parts: TriageParts): Dialog {
  const { store, services } = parts;
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
        service: z
          .string()
          .default('')
          .refine(
            (service) => service === '' || services.includes(service),
            words.say('ideas.form.serviceUnknown'),
          ),
        reason: typedText({
          max: longest.reason,
          tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
        }),
      }),
    context: ({ actor }, { idea }) => submissionOf(store, actor.tenantId, idea),
    async open(turn, { idea }) {
      const submission = await submissionOf(store, turn.actor.tenantId, idea);
      if (!submission) return showTriage(parts, turn, submission);
      const { theme = 'none', topics, service = '' } = submission;
      const known = services.includes(service) ? service : '';
      return openForm({ idea }, { theme, topics: topics.join(','), service: known });
    },
    draw: ({ words }, state, submission) => subjectsFormCard(words, state, submission, services),
    async submit(turn, { idea }, subjects) {
      const submission = await workOn(parts, turn, idea, (current) =>
        correctSubjects(
          current,
          byOf(turn),
          { ...subjects, service: subjects.service || (current.service ?? '') },
          turn.now,
        ),
      );
      return showTriage(parts, turn, submission);
    },
    async cancel(turn, { idea }) {
      return showTriage(parts, turn, await submissionOf(store, turn.actor.tenantId, idea));
    },
  });
}
