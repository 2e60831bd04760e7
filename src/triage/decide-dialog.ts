import { z } from 'zod';
import { sayText } from '../bot/answer.ts';
import { type Dialog, dialog, openForm, refuse, type Submitted } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { typedText } from '../bot/typed-text.ts';
import { decisionsFrom } from '../ideas/lifecycle.ts';
import { decisions, longest, type Submission } from '../ideas/model.ts';
import { referenceSchema } from '../ideas/reference.ts';
import { submissionOf } from '../ideas/steps.ts';
import { decideFormCard } from './cards.ts';
import { type DecideOutcome, decide } from './decide.ts';
import { byOf, showTriage, type TriageParts, workOn } from './work-on.ts';

/** What the pressed card showed: which submission, and how much of its history. */
export const seenSchema = z.strictObject({ idea: referenceSchema, seen: z.string().regex(/^\d{1,6}$/u) });

/** The form by which the innovation team decides. The reason is required and goes to the author. */
export function decideDialog(parts: TriageParts): Dialog {
  const { store, mayDecideOwn } = parts;
  const isOwn = ({ actor }: Turn, submission: Submission) =>
    !mayDecideOwn && submission.author?.personId === actor.personId;
  return dialog({
    name: 'triage.decide',
    about: seenSchema,
    inputs: (words) =>
      z.strictObject({
        decision: z.enum(decisions, { error: words.say('triage.decide.decisionMissing') }),
        reason: typedText({
          min: 3,
          max: longest.reason,
          tooShort: words.say('triage.decide.reasonMissing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
        }),
      }),
    context: ({ actor }, { idea }) => submissionOf(store, actor.tenantId, idea),
    async open(turn, { idea }) {
      const submission = await submissionOf(store, turn.actor.tenantId, idea);
      if (!submission || decisionsFrom(submission).length === 0) return showTriage(parts, turn, submission);
      if (isOwn(turn, submission)) return sayText(turn.words.say('triage.decide.own'));
      return openForm({ idea, seen: String(submission.history.length) });
    },
    draw: ({ words }, state, submission) => decideFormCard(words, state, submission),
    async submit(turn, { idea, seen }, { decision, reason }) {
      const made = { by: byOf(turn), decision, reason, seen: Number(seen) };
      let outcome: DecideOutcome | undefined;
      const submission = await workOn(parts, turn, idea, (current) => {
        outcome = decide(current, made, turn.now, mayDecideOwn);
        return outcome.kind === 'decided' ? outcome.next : undefined;
      });
      return (
        (submission && outcome && refusal(turn, outcome, submission)) ?? showTriage(parts, turn, submission)
      );
    },
    async cancel(turn, { idea }) {
      return showTriage(parts, turn, await submissionOf(store, turn.actor.tenantId, idea));
    },
  });
}

const seenNow = ({ reference, history }: Submission) => ({ idea: reference, seen: String(history.length) });

function refusal({ words }: Turn, outcome: DecideOutcome, submission: Submission): Submitted | undefined {
  switch (outcome.kind) {
    case 'ownIdea':
      return sayText(words.say('triage.decide.own'));
    case 'edited':
      return refuse('form', words.say('triage.decide.edited'), { about: seenNow(submission) });
    case 'notPossible':
      if (submission.state === 'withdrawn') return refuse('form', words.say('triage.withdrawn'));
      return refuse('decision', words.say('triage.decide.notPossible'));
    case 'meanwhile': {
      const { by, decision } = outcome.entry;
      const name = words.say(`triage.state.${decision}`);
      return refuse('form', words.say('triage.decide.meanwhile', { name: by.name, decision: name }), {
        about: seenNow(submission),
      });
    }
    default:
      return undefined;
  }
}
