import { z } from 'zod';
import { type Dialog, refuse } from '../bot/dialog.ts';
import { typedText } from '../bot/typed-text.ts';
import { lastOf, mayReopen } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import { withStep } from '../ideas/steps.ts';
import { longest } from '../ideas/terms.ts';
import type { By } from '../people/by.ts';
import { frame } from './author-reads.ts';
import { triageForm } from './triage-form.ts';
import { byOf, type TriageParts, workOn } from './work-on.ts';

/** The form by which a decision is taken back, with a reason that the author reads. */
export function reopenDialog(parts: TriageParts): Dialog {
  return triageForm(parts, {
    name: 'triage.reopen',
    card: 'triage/reopen',
    heading: 'triage.reopen.heading',
    fields: ['reason'],
    inputs: (words) =>
      z.strictObject({
        reason: typedText({
          min: 3,
          max: longest.reason,
          tooShort: words.say('triage.decide.reasonMissing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
        }),
      }),
    may: mayReopen,
    data: (words, _, __, by) => ({ frames: [frame(words, { what: 'reopened', by, reason: '' })] }),
    async submit(turn, idea, { reason }) {
      const by = byOf(turn);
      let possible = false;
      const submission = await workOn(parts, turn, idea, (current) => {
        const next = reopen(current, by, reason, turn.now);
        possible = next !== undefined || isStanding(current, by, reason);
        return next;
      });
      return submission && !possible
        ? refuse('form', turn.words.say('triage.reopen.notPossible'))
        : submission;
    },
  });
}

/** The submission taken up again, or only for a decision that corrects the last; undefined where it is not adopted or declined. */
export function reopen(
  submission: Submission,
  by: By,
  reason: string,
  now: Date,
  correcting = false,
): Submission | undefined {
  if (!mayReopen(submission)) return undefined;
  const step = { what: 'reopened', by, reason, ...(correcting && { correcting }) } as const;
  // A barrier that a change had ended stands again.
  const { changedBy: _, ...rest } = submission;
  return withStep(rest, step, now, { state: 'inReview' });
}

function isStanding(submission: Submission, by: By, reason: string): boolean {
  const last = lastOf(submission, 'reopened');
  return submission.state === 'inReview' && last?.by.personId === by.personId && last.reason === reason;
}
