import { z } from 'zod';
import { sayText } from '../bot/answer.ts';
import { type Dialog, dialog, openForm, refuse, type Submitted } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { typedText } from '../bot/typed-text.ts';
import { decisionsFrom, lastOf, mayReopen } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import { referenceSchema } from '../ideas/reference.ts';
import { submissionOf } from '../ideas/steps.ts';
import { decisions, longest } from '../ideas/terms.ts';
import { addMonths } from '../time/local-dates.ts';
import type { Words } from '../words/words.ts';
import { type DecideOutcome, type DecisionPlan, decide } from './decide.ts';
import { decideFormCard } from './decide-card.ts';
import { reopen } from './reopen-dialog.ts';
import { dateProblems, trialInputs, trialOf, typedDate, typedTrial } from './trial-plan.ts';
import { byOf, showTriage, type TriageParts, workOn } from './work-on.ts';

/** What the pressed card showed: which submission, and how much of its history. */
export const seenSchema = z.strictObject({ idea: referenceSchema, seen: z.string().regex(/^\d{1,6}$/u) });

/**
 * `shown` is the decision whose message to the author stands in the form, `ask` when it is asked for, or `back` when
 * the rest of the form is. With `correct` it takes the place of the decision before.
 */
const aboutSchema = seenSchema.extend({
  shown: z.enum(['ask', 'back', ...decisions]).optional(),
  correct: z.literal('yes').optional(),
});

/** How long a parked one sleeps, and how long an adopted one has to bring benefits, when nobody says otherwise. */
const laterMonths = 6;

/** The form by which the innovation team decides. The author reads the reason, or the message made of it. */
export function decideDialog(parts: TriageParts): Dialog {
  const { store, mayDecideOwn, localDate } = parts;
  const isOwn = ({ actor }: Turn, submission: Submission) =>
    !mayDecideOwn && submission.author?.personId === actor.personId;
  return dialog({
    name: 'triage.decide',
    about: aboutSchema,
    inputs: decideInputs,
    context: ({ actor }, { idea }) => submissionOf(store, actor.tenantId, idea),
    async open(turn, { idea, correct }) {
      const submission = await submissionOf(store, turn.actor.tenantId, idea);
      if (!submission || !mayBeDecided(submission, correct)) return showTriage(parts, turn, submission);
      if (isOwn(turn, submission)) return sayText(turn.words.say('triage.decide.own'));
      const today = localDate(turn.now);
      const later = addMonths(today, laterMonths);
      const { measure, ...trial } = typedTrial(submission, turn, today);
      return openForm(
        { idea, seen: String(submission.history.length), ...(correct && { correct }) },
        { ...trial, ...(measure && { measure }), wakeOn: later, benefitsOn: later },
      );
    },
    draw: (turn, state, submission) => decideFormCard(turn, state, submission),
    async submit(turn, about, typed) {
      const { words, now } = turn;
      const { decision, reason, message } = typed;
      // A message that says what the reason says follows the reason; only words of its own are kept beside it.
      const own = message === reason ? '' : message;
      if (about.shown === 'back')
        return { kind: 'problems', problems: {}, about, typed: { ...typed, message: own } };
      const before = await submissionOf(store, turn.actor.tenantId, about.idea);
      if (!before) return showTriage(parts, turn, undefined);
      const plan = await planOf(turn, before, typed);
      if ('kind' in plan) return plan;
      if (about.shown && about.shown !== decision)
        return {
          kind: 'problems',
          problems: {},
          about: { ...about, shown: decision },
          typed: { ...typed, message: own || reason },
        };
      if (about.shown && message === '') return refuse('message', words.say('triage.decide.messageMissing'));
      const made = {
        by: byOf(turn),
        decision,
        reason,
        message,
        plan,
        seen: about.correct ? await takeBack(turn, about, reason) : Number(about.seen),
        ...(about.correct && { corrects: true as const }),
      };
      let outcome: DecideOutcome | undefined;
      const submission = await workOn(parts, turn, about.idea, (current) => {
        outcome = decide(current, made, now, mayDecideOwn);
        return outcome.kind === 'decided' ? outcome.next : undefined;
      });
      const refused = submission && outcome && refusal(words, outcome, submission, about);
      return refused ?? showTriage(parts, turn, submission);
    },
    async cancel(turn, { idea }) {
      return showTriage(parts, turn, await submissionOf(store, turn.actor.tenantId, idea));
    },
  });

  /**
   * Takes the decision that the decider saw back, for the one that comes now: two moves, each of which may stand alone.
   * Resolves to the length of the history that is decided over.
   */
  async function takeBack(
    turn: Turn,
    { idea, seen }: { readonly idea: string; readonly seen: string },
    reason: string,
  ): Promise<number> {
    let takenBack = false;
    const submission = await workOn(parts, turn, idea, (current) => {
      takenBack = false;
      const decided = lastOf(current, 'decided');
      if (isOwn(turn, current) || !decided || decided.n >= Number(seen)) return undefined;
      const next = reopen(current, byOf(turn), reason, turn.now, true);
      takenBack = next !== undefined;
      return next;
    });
    return takenBack && submission ? submission.history.length : Number(seen);
  }

  /** What the decision sets going, or what is wrong with the dates and the person that were typed for it. */
  async function planOf(
    turn: Turn,
    submission: Submission,
    { decision, lead, measure, endsOn, wakeOn, benefitsOn }: DecideInputs,
  ): Promise<DecisionPlan | Extract<Submitted, { kind: 'problems' }>> {
    const { words, now } = turn;
    const today = localDate(now);
    const later = addMonths(today, laterMonths);
    const dates = {
      ...(decision === 'trial' && { endsOn }),
      ...(decision === 'parked' && { wakeOn }),
      ...(decision === 'adopted' && { benefitsOn }),
    };
    const problems = dateProblems(words, dates, today);
    if (Object.keys(problems).length > 0) return { kind: 'problems', problems };
    switch (decision) {
      case 'parked':
        return { wakeOn: wakeOn || later };
      case 'adopted':
        return { benefitsOn: benefitsOn || later };
      case 'trial': {
        const trial = await trialOf(parts, turn, submission, { lead, measure, endsOn });
        return trial ? { trial } : refuse('lead', words.say('triage.trial.leadUnknown'));
      }
      case 'declined':
        return {};
    }
  }
}

const mayBeDecided = (submission: Submission, correct: 'yes' | undefined): boolean =>
  correct ? mayReopen(submission) : decisionsFrom(submission).length > 0;

const decideInputs = (words: Words) =>
  z.strictObject({
    decision: z.enum(decisions, { error: words.say('triage.decide.decisionMissing') }),
    reason: typedText({
      min: 3,
      max: longest.reason,
      tooShort: words.say('triage.decide.reasonMissing'),
      tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
    }),
    message: typedText({
      max: longest.message,
      tooLong: words.say('ideas.form.tooLong', { max: longest.message }),
    }),
    ...trialInputs(words),
    wakeOn: typedDate(words),
    benefitsOn: typedDate(words),
  });

type DecideInputs = z.infer<ReturnType<typeof decideInputs>>;

function refusal(
  words: Words,
  outcome: DecideOutcome,
  submission: Submission,
  about: z.infer<typeof aboutSchema>,
): Submitted | undefined {
  const seenNow = { about: { ...about, seen: String(submission.history.length) } };
  switch (outcome.kind) {
    case 'ownIdea':
      return sayText(words.say('triage.decide.own'));
    case 'edited':
      return refuse('form', words.say('triage.decide.edited'), seenNow);
    case 'notPossible':
      if (submission.state === 'withdrawn') return refuse('form', words.say('triage.withdrawn'));
      if (submission.state === 'merged') return refuse('form', words.say('triage.merge.meanwhile'));
      return refuse('decision', words.say('triage.decide.notPossible'));
    case 'meanwhile': {
      const { by, decision } = outcome.entry;
      const name = words.say(`triage.state.${decision}`);
      return refuse('form', words.say('triage.decide.meanwhile', { name: by.name, decision: name }), seenNow);
    }
    default:
      return undefined;
  }
}
