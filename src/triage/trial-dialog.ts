import { z } from 'zod';
import { type Dialog, refuse } from '../bot/dialog.ts';
import { kindOfCode } from '../ideas/innovation-kinds.ts';
import { submissionOf, withStep } from '../ideas/steps.ts';
import { triageForm } from './triage-form.ts';
import { dateProblems, knownLeads, trialInputs, trialOf, typedTrial } from './trial-plan.ts';
import { byOf, type TriageParts, workOn } from './work-on.ts';

/** The form by which a trial gets its plan: who leads it, what is measured, when it ends. */
export function trialDialog(parts: TriageParts): Dialog {
  const { store, localDate } = parts;
  return triageForm(parts, {
    name: 'triage.trial',
    card: 'triage/trial',
    heading: 'triage.trial.heading',
    fields: ['lead', 'measure', 'endsOn'],
    inputs: (words) => z.strictObject(trialInputs(words)),
    may: ({ state }) => state === 'trial',
    typed: (submission, turn) => ({ ...typedTrial(submission, turn, localDate(turn.now)) }),
    data: (_, submission) => ({
      known: submission ? knownLeads(submission) : [],
      support: kindOfCode(submission?.innovationKind)?.support.join(', ') ?? '',
    }),
    async submit(turn, idea, typed) {
      const { words, now } = turn;
      const problems = {
        ...dateProblems(words, { endsOn: typed.endsOn }, localDate(now)),
        ...(!typed.measure && { measure: words.say('triage.trial.measureMissing') }),
      };
      if (Object.keys(problems).length > 0) return { kind: 'problems', problems };
      const before = await submissionOf(store, turn.actor.tenantId, idea);
      const trial = before && (await trialOf(parts, turn, before, typed));
      if (before && !trial) return refuse('lead', words.say('triage.trial.leadUnknown'));
      return workOn(parts, turn, idea, (current) => {
        if (current.state !== 'trial' || !trial || isSame(current.trial, trial)) return undefined;
        const step = { what: 'trialPlanned', by: byOf(turn), trial } as const;
        return withStep(current, step, now, { trial });
      });
    },
  });
}

const isSame = (a: object | undefined, b: object): boolean =>
  a !== undefined && JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
