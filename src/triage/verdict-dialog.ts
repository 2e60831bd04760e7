import { z } from 'zod';
import { sayText } from '../bot/answer.ts';
import { type Dialog, refuse } from '../bot/dialog.ts';
import { typedText } from '../bot/typed-text.ts';
import { longest } from '../ideas/terms.ts';
import { addMonths } from '../time/local-dates.ts';
import { frame } from './author-reads.ts';
import { triageForm } from './triage-form.ts';
import { dateProblems, typedDate } from './trial-plan.ts';
import { giveVerdict, type VerdictOutcome, verdicts } from './verdict.ts';
import { byOf, type TriageParts, workOn } from './work-on.ts';

const benefitMonths = 6;
const extendMonths = 1;

/** The form for the verdict on a trial: adopt, extend or stop, each with what was learnt, which the author reads. */
export function verdictDialog(parts: TriageParts): Dialog {
  const { localDate, mayDecideOwn } = parts;
  return triageForm(parts, {
    name: 'triage.verdict',
    card: 'triage/verdict',
    heading: 'triage.verdict.heading',
    fields: ['verdict', 'learnt', 'extendTo', 'benefitsOn'],
    inputs: (words) =>
      z.strictObject({
        verdict: z.enum(verdicts, { error: words.say('triage.verdict.missing') }),
        learnt: typedText({
          min: 3,
          max: longest.reason,
          tooShort: words.say('triage.verdict.learntMissing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
        }),
        extendTo: typedDate(words),
        benefitsOn: typedDate(words),
      }),
    may: ({ state, author }, { actor, words }) =>
      state === 'trial' && !mayDecideOwn && author?.personId === actor.personId
        ? sayText(words.say('triage.decide.own'))
        : state === 'trial',
    typed({ trial }, { now }) {
      const today = localDate(now);
      const end = trial && trial.endsOn > today ? trial.endsOn : today;
      return { extendTo: addMonths(end, extendMonths), benefitsOn: addMonths(today, benefitMonths) };
    },
    data(words, _, __, by) {
      const ended = { what: 'decided', by, reason: '', afterTrial: true } as const;
      const until = words.say('triage.verdict.untilBelow');
      const frames = {
        adopt: frame(words, { ...ended, decision: 'adopted' }).text,
        extend: [words.say('ideas.news.extended'), words.say('ideas.step.extended', { date: until })].join(
          ' · ',
        ),
        stop: frame(words, { ...ended, decision: 'declined' }).text,
      };
      const named = verdicts.map((code) => ({ code, name: words.say(`triage.verdict.${code}`) }));
      return {
        verdicts: named,
        frames: named.map(({ code, name }) => ({ name: `${name}: `, text: frames[code] })),
      };
    },
    async submit(turn, idea, { verdict, learnt, extendTo, benefitsOn }) {
      const { words, now } = turn;
      const today = localDate(now);
      const dates = { ...(verdict === 'extend' && { extendTo }), ...(verdict === 'adopt' && { benefitsOn }) };
      const problems = dateProblems(words, dates, today);
      if (Object.keys(problems).length > 0) return { kind: 'problems', problems };
      const given = {
        by: byOf(turn),
        verdict,
        learnt,
        endsOn: extendTo || addMonths(today, extendMonths),
        benefitsOn: benefitsOn || addMonths(today, benefitMonths),
      };
      let outcome: VerdictOutcome | undefined;
      const submission = await workOn(parts, turn, idea, (current) => {
        outcome = giveVerdict(current, given, now, mayDecideOwn);
        return outcome.kind === 'given' ? outcome.next : undefined;
      });
      if (outcome?.kind === 'ownIdea') return sayText(words.say('triage.decide.own'));
      if (submission && outcome?.kind === 'notOnTrial')
        return refuse(
          'form',
          words.say('triage.verdict.notOnTrial', { state: words.say(`triage.state.${submission.state}`) }),
        );
      return submission;
    },
  });
}
