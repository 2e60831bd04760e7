import { z } from 'zod';
import { type Dialog, refuse } from '../bot/dialog.ts';
import { typedLine, typedText } from '../bot/typed-text.ts';
import { commentsToReword, rewordComments } from '../engagement/reword-comments.ts';
import type { Submission } from '../ideas/model.ts';
import { ideaSubject } from '../ideas/recount.ts';
import { longest } from '../ideas/terms.ts';
import { hasWords, redact, withoutWords } from './redact.ts';
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
      const gap = words.say('triage.redact.gap');
      const subject = ideaSubject(turn.actor.tenantId, idea);
      const change = withoutWords(found, gap);
      const comments = await commentsToReword(parts.store, subject, change);
      const redaction = { by: byOf(turn), found, reason, gap };
      const without = (current: Submission) => redact(current, redaction, now);
      const submission = await workOn(parts, turn, idea, (current) => {
        const next = redact(current, { ...redaction, elsewhere: comments.length > 0 }, now);
        done = next !== undefined;
        return next;
      });
      if (!submission || !done) return submission && refuse('words', words.say('triage.redact.notFound'));
      await rewordComments(parts.store, subject, comments, change);
      // A merge leaves the title of one in the other.
      const { mergedInto, absorbed = [] } = submission;
      for (const other of [
        ...(mergedInto ? [mergedInto] : []),
        ...absorbed.map(({ reference }) => reference),
      ])
        await workOn(parts, turn, other, without);
      return submission;
    },
  });
}
