import { z } from 'zod';
import { type Dialog, refuse } from '../bot/dialog.ts';
import { typedLine, typedText } from '../bot/typed-text.ts';
import { longest } from '../ideas/model.ts';
import { hasWords, redact } from './redact.ts';
import { triageForm } from './triage-form.ts';
import { byOf, type TriageParts, workOn } from './work-on.ts';

const longestWords = 300;

/** The form by which words that should never have been there are taken out of the store. */
export function redactDialog(parts: TriageParts): Dialog {
  return triageForm(parts, {
    name: 'triage.redact',
    card: 'triage/redact',
    heading: 'triage.redact.heading',
    fields: ['words', 'reason'],
    inputs: (words) =>
      z.strictObject({
        words: typedLine({
          min: 2,
          max: longestWords,
          tooShort: words.say('triage.redact.missing'),
          tooLong: words.say('ideas.form.tooLong', { max: longestWords }),
        }),
        reason: typedText({
          min: 3,
          max: longest.reason,
          tooShort: words.say('triage.redact.reasonMissing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
        }),
      }),
    may: () => true,
    async submit(turn, idea, { words: found, reason }) {
      const { words, now } = turn;
      if (hasWords(reason, found)) return refuse('reason', words.say('triage.redact.reasonHasWords'));
      let done = false;
      const submission = await workOn(parts, turn, idea, (current) => {
        const next = redact(
          current,
          { by: byOf(turn), found, reason, gap: words.say('triage.redact.gap') },
          now,
        );
        done = next !== undefined;
        return next;
      });
      return submission && !done ? refuse('words', words.say('triage.redact.notFound')) : submission;
    },
  });
}
