import { z } from 'zod';
import { sayText, showCard } from '../bot/answer.ts';
import { type Dialog, dialog, openForm } from '../bot/dialog.ts';
import type { Actor } from '../bot/turn.ts';
import { typedText } from '../bot/typed-text.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { type Submission, submissions } from './model.ts';
import { planInputs, planOf, planProblems, typedPlan } from './plan-form.ts';
import { type UpdateOutcome, update } from './project.ts';
import { projectCard, updateFormCard } from './project-cards.ts';
import type { ProjectParts } from './project-parts.ts';
import { referenceSchema } from './reference.ts';
import { changeSubmission, submissionOf } from './steps.ts';
import { isLeadOf } from './tell-of-work.ts';
import { longest, stages } from './terms.ts';

const listStart = { after: '', find: '' };

/** The form by which the lead of a published project tells how it goes. */
export function updateDialog(parts: ProjectParts): Dialog {
  const { store, relay, localDate } = parts;
  return dialog({
    name: 'project.update',
    about: z.strictObject({ idea: referenceSchema }),
    inputs: (words) =>
      z.strictObject({
        stage: z.enum(stages),
        happened: typedText({
          min: 3,
          max: longest.happened,
          tooShort: words.say('projects.update.happened.missing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.happened }),
        }),
        ...planInputs(words),
      }),
    context: ({ actor }, { idea }) => ledBy(store, actor, idea),
    async open({ actor, words, now }, { idea }) {
      const submission = await ledBy(store, actor, idea);
      if (submission?.state !== 'published' || !submission.project)
        return sayText(words.say('projects.update.notLead'));
      const { stage } = submission.project;
      return openForm({ idea }, { stage, ...typedPlan(submission.project, localDate(now)) });
    },
    draw: ({ words }, state, submission) => updateFormCard(words, state, submission),
    async submit({ actor, words, now, private: own }, { idea }, typed) {
      const { stage, happened } = typed;
      const today = localDate(now);
      const problems = stage !== 'ended' && planProblems(words, typed, today);
      if (problems) return { kind: 'problems', problems };
      const by = { personId: actor.personId, name: actor.name };
      const told = { by, stage, happened, ...(stage !== 'ended' && planOf(typed)) };
      let outcome: UpdateOutcome | undefined;
      const submission = await changeSubmission(store, actor.tenantId, idea, (current) => {
        outcome = isLeadOf(current, actor) ? update(current, told, today, now) : undefined;
        return outcome?.kind === 'updated' ? outcome.next : undefined;
      });
      if (!submission || !outcome || outcome.kind === 'notPossible')
        return sayText(words.say('projects.update.notLead'));
      relay(submissions, actor.tenantId, idea);
      return showCard(projectCard(words, submission, listStart, own));
    },
    async cancel({ actor, words, private: own }, { idea }) {
      const submission = await ledBy(store, actor, idea);
      return submission
        ? showCard(projectCard(words, submission, listStart, own))
        : sayText(words.say('projects.update.notLead'));
    },
  });
}

async function ledBy(store: DocumentStore, actor: Actor, reference: string): Promise<Submission | undefined> {
  const submission = await submissionOf(store, actor.tenantId, reference);
  return submission && isLeadOf(submission, actor) ? submission : undefined;
}
