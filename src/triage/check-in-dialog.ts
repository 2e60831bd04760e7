import { z } from 'zod';
import { type Answer, sayText } from '../bot/answer.ts';
import { type Dialog, dialog, formData, openForm } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { typedText } from '../bot/typed-text.ts';
import { lastOf } from '../ideas/lifecycle.ts';
import { trialLine } from '../ideas/lifecycle-words.ts';
import type { Submission } from '../ideas/model.ts';
import { submissionOf, withStep } from '../ideas/steps.ts';
import { longest } from '../ideas/terms.ts';
import { formTitle } from './cards.ts';
import { ideaSchema } from './idea-schema.ts';
import { byOf, type TriageParts, workOn } from './work-on.ts';

/** The form by which the lead of a trial tells how it goes. Whoever else opens it sees nothing of it. */
export function checkInDialog(parts: TriageParts): Dialog {
  const led = async ({ actor }: Turn, idea: string): Promise<Submission | undefined> => {
    const submission = await submissionOf(parts.store, actor.tenantId, idea);
    return submission && isLead(submission, actor.personId) ? submission : undefined;
  };
  const over = ({ words }: Turn): Answer => sayText(words.say('triage.checkIn.over'));
  return dialog({
    name: 'trial.checkIn',
    about: ideaSchema,
    inputs: (words) =>
      z.strictObject({
        happened: typedText({
          min: 3,
          max: longest.happened,
          tooShort: words.say('projects.update.happened.missing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.happened }),
        }),
      }),
    context: (turn, { idea }) => led(turn, idea),
    open: async (turn, { idea }) => ((await led(turn, idea)) ? openForm({ idea }) : over(turn)),
    draw: ({ words }, state, submission) => ({
      card: 'triage/check-in',
      data: {
        ...formData(state, ['happened']),
        title: formTitle(submission),
        plan: submission?.trial ? trialLine(words, submission.trial) : '',
      },
      summary: words.say('triage.checkIn.heading'),
    }),
    async submit(turn, { idea }, { happened }) {
      let isTheirs = false;
      await workOn(parts, turn, idea, (current) => {
        isTheirs = isLead(current, turn.actor.personId);
        if (!isTheirs || lastOf(current, 'checkedIn')?.happened === happened) return undefined;
        return withStep(current, { what: 'checkedIn', by: byOf(turn), happened }, turn.now);
      });
      return isTheirs ? sayText(turn.words.say('triage.checkIn.thanks')) : over(turn);
    },
    cancel: async (turn) => sayText(turn.words.say('triage.checkIn.later')),
  });
}

const isLead = ({ state, trial }: Submission, personId: string): boolean =>
  state === 'trial' && trial?.lead.personId === personId;
