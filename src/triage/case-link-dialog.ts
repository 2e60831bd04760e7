import { z } from 'zod';
import { type Dialog, dialog, formData, openForm } from '../bot/dialog.ts';
import type { Submission } from '../ideas/model.ts';
import { submissionOf, withWork } from '../ideas/steps.ts';
import { mostCaseLinks } from '../ideas/terms.ts';
import { caseName } from '../reading/case-name.ts';
import { allCases, caseById } from '../reading/cases.ts';
import type { CaseStudy } from '../reading/model.ts';
import type { StoredDocument } from '../store/document-store.ts';
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
    async context({ actor }, { idea }) {
      const submission = await submissionOf(store, actor.tenantId, idea);
      const studies = await allCases(store, actor.tenantId);
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
        choices: nearestFirst(context?.studies ?? [], context?.submission).map(({ id, body }) => ({
          id,
          name: caseName(body),
        })),
      },
      summary: words.say('triage.cases.heading'),
    }),
    async submit(turn, { idea }, { cases }) {
      const { actor, now, activityId } = turn;
      const found = await Promise.all(
        cases.map(async (id) => ({ id, study: await caseById(store, actor.tenantId, id) })),
      );
      const caseLinks = found.flatMap(({ id, study }) => (study ? [{ id, title: caseName(study) }] : []));
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

// As many as a card has room for.
const mostChoices = 60;

/** Those that are linked already, then those that share most topics with the idea. */
function nearestFirst(
  studies: readonly StoredDocument<CaseStudy>[],
  submission: Submission | undefined,
): readonly StoredDocument<CaseStudy>[] {
  const { caseLinks = [], topics = [] } = submission ?? {};
  const nearness = ({ id, body }: StoredDocument<CaseStudy>): number =>
    (caseLinks.some((link) => link.id === id) ? 100 : 0) +
    topics.filter((topic) => body.topics.includes(topic)).length;
  return studies.toSorted((a, b) => nearness(b) - nearness(a)).slice(0, mostChoices);
}
