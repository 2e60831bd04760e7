import { z } from 'zod';
import { type Dialog, dialog, formData, openForm } from '../bot/dialog.ts';
import { mostCaseLinks } from '../ideas/model.ts';
import { submissionOf, withWork } from '../ideas/steps.ts';
import { caseById, findCases } from '../reading/cases.ts';
import { formTitle } from './cards.ts';
import { ideaSchema } from './idea-schema.ts';
import { showTriage, type TriageParts, workOn } from './work-on.ts';

/** The form by which case studies are put beside an idea as evidence. */
export function caseLinkDialog(parts: TriageParts): Dialog {
  const { store } = parts;
  return dialog({
    name: 'triage.cases',
    about: ideaSchema,
    inputs: (words) =>
      z.strictObject({
        cases: z
          .string()
          .default('')
          .transform((list) => list.split(',').filter((id) => id !== ''))
          .pipe(
            z
              .array(z.string().max(100))
              .max(mostCaseLinks, words.say('triage.cases.tooMany', { max: mostCaseLinks })),
          ),
      }),
    async context({ actor, words }, { idea }) {
      const submission = await submissionOf(store, actor.tenantId, idea);
      const studies = await findCases(store, actor.tenantId, { kind: 'everything' }, words);
      return { submission, studies };
    },
    async open(turn, { idea }) {
      const submission = await submissionOf(store, turn.actor.tenantId, idea);
      if (!submission) return showTriage(parts, turn, submission);
      return openForm({ idea }, { cases: (submission.caseLinks ?? []).map(({ id }) => id).join(',') });
    },
    draw: ({ words }, state, context) => ({
      card: 'triage/cases',
      data: {
        ...formData(state, ['cases']),
        title: formTitle(context?.submission),
        choices: (context?.studies ?? []).map(({ id, body }) => ({ id, name: body.place })),
      },
      summary: words.say('triage.cases.heading'),
    }),
    async submit(turn, { idea }, { cases }) {
      const { actor, now, activityId } = turn;
      const found = await Promise.all(
        cases.map(async (id) => ({ id, study: await caseById(store, actor.tenantId, id) })),
      );
      const caseLinks = found.flatMap(({ id, study }) => (study ? [{ id, title: study.place }] : []));
      const submission = await workOn(parts, turn, idea, (current) => {
        if (JSON.stringify(current.caseLinks ?? []) === JSON.stringify(caseLinks)) return undefined;
        return withWork({ ...current, caseLinks }, `cases/${activityId}/${now.getTime()}`, now);
      });
      return showTriage(parts, turn, submission);
    },
    cancel: async (turn, { idea }) =>
      showTriage(parts, turn, await submissionOf(store, turn.actor.tenantId, idea)),
  });
}
