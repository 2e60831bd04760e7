import { z } from 'zod';
import { type Dialog, refuse } from '../bot/dialog.ts';
import { typedText } from '../bot/typed-text.ts';
import { byOf } from '../engagement/marks.ts';
import { outcomes } from '../ideas/terms.ts';
import { benefitsInputs, benefitsOf, typedBenefits } from '../triage/benefits-inputs.ts';
import { changeReplication } from './find.ts';
import { reportFormCard } from './form-cards.ts';
import { report } from './life.ts';
import { longest } from './model.ts';
import type { SpreadParts } from './parts.ts';
import { replicationForm } from './replication-form.ts';

/** The form by which the lead tells how it went; told again, the later result stands. */
export const reportDialog = (parts: SpreadParts): Dialog =>
  replicationForm(parts, {
    name: 'spread.report',
    inputs: (words) =>
      z.strictObject({
        outcome: z.enum(outcomes, words.say('spread.report.outcomeMissing')),
        learnt: typedText({
          min: 3,
          max: longest.learnt,
          tooShort: words.say('spread.report.learntMissing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.learnt }),
        }),
        ...benefitsInputs(words),
      }),
    may: ({ state }) => state !== 'ended',
    typed: ({ result }) => ({
      outcome: result?.outcome ?? '',
      learnt: result?.learnt ?? '',
      ...typedBenefits(result?.benefits),
    }),
    draw: ({ words }, state, known) => reportFormCard(words, state, known),
    async submit({ actor, words, now }, { id }, { outcome, learnt, ...typed }) {
      const benefits = benefitsOf(typed);
      const told = { outcome, learnt, ...(benefits && { benefits }) };
      const known = await changeReplication(parts, actor.tenantId, id, (current) =>
        report(current, byOf(actor), told, now),
      );
      return known?.body.state === 'ended' ? refuse('form', words.say('spread.report.over')) : known;
    },
  });
