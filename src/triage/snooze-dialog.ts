import { z } from 'zod';
import type { Dialog } from '../bot/dialog.ts';
import { isFinal } from '../ideas/lifecycle.ts';
import { withWork } from '../ideas/steps.ts';
import { triageForm } from './triage-form.ts';
import { type TriageParts, workOn } from './work-on.ts';

/** Working days for which reminders can be stopped. */
const snoozes = ['1', '2', '5', '10'] as const;

/** The form by which the reminders of one idea stop for some working days. */
export function snoozeDialog(parts: TriageParts): Dialog {
  return triageForm(parts, {
    name: 'triage.snooze',
    card: 'triage/snooze',
    heading: 'triage.snooze.heading',
    fields: ['days'],
    inputs: () => z.strictObject({ days: z.enum(snoozes).transform(Number) }),
    may: ({ state }) => !isFinal(state),
    typed: () => ({ days: '2' }),
    data: (words) => ({
      choices: snoozes.map((code) => ({ code, name: words.say('triage.snooze.days', { n: Number(code) }) })),
    }),
    submit(turn, idea, { days }) {
      const { now } = turn;
      const snoozedUntil = parts.calendar.addWorkingDays(now, days).toISOString();
      return workOn(parts, turn, idea, (current) =>
        current.snoozedUntil === snoozedUntil
          ? undefined
          : withWork({ ...current, snoozedUntil }, `snooze/${snoozedUntil}/${now.getTime()}`, now),
      );
    },
  });
}
