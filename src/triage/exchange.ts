import { lastOf } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import { sayDate } from '../ideas/plan-words.ts';
import type { By } from '../people/by.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { WordKey, Words } from '../words/words.ts';

/** Who did something, and when. */
const bySome = (
  words: Words,
  key: WordKey,
  { by, at }: { readonly by: By; readonly at: string },
  values: Readonly<Record<string, string>> = {},
): string => words.say(key, { ...values, name: by.name, date: words.date(at) });

// So many letters of it, and so many things, fit on a card beside the longest idea.
const mostLetters = 3_000;
const mostShown = 8;

/**
 * The last question with its answer, the last update, how a trial went, the last decision and what was said to it. What
 * is too long for a card is cut.
 */
export function exchange(words: Words, submission: Submission): { who: string; text: string }[] {
  const shown = lastExchange(words, submission).slice(-mostShown);
  const letters = shown.reduce((sum, { text }) => sum + text.length, 0);
  if (letters <= mostLetters) return shown;
  const each = Math.floor(mostLetters / shown.length);
  return shown.map(({ who, text }) => ({ who, text: cutAtWord(text, each) }));
}

function lastExchange(words: Words, submission: Submission): { who: string; text: string }[] {
  const shown: { who: string; text: string }[] = [];
  const asked = lastOf(submission, 'asked');
  const answered = lastOf(submission, 'answered');
  if (asked)
    shown.push({ who: words.say('triage.card.question', { name: asked.by.name }), text: asked.question });
  if (asked && answered?.to === asked.n)
    shown.push({ who: words.say('triage.card.answer'), text: answered.answer });
  const updated = lastOf(submission, 'updated');
  if (updated) {
    const stage = words.say(`projects.stage.${updated.stage}`);
    shown.push({
      who: words.say('triage.card.update', { stage, date: words.date(updated.at) }),
      text: updated.happened,
    });
  }
  const checked = lastOf(submission, 'checkedIn');
  if (checked) shown.push({ who: bySome(words, 'triage.card.checkedIn', checked), text: checked.happened });
  const extended = lastOf(submission, 'extended');
  if (extended) {
    const until = sayDate(words, extended.endsOn);
    shown.push({ who: bySome(words, 'triage.card.extended', extended, { until }), text: extended.learnt });
  }
  const decided = lastOf(submission, 'decided');
  if (decided) {
    const state = words.say(`triage.state.${decided.decision}`);
    const key = decided.afterTrial ? 'triage.card.afterTrial' : 'triage.card.decision';
    shown.push({ who: bySome(words, key, decided, { state }), text: decided.reason });
    if (decided.message) shown.push({ who: words.say('triage.card.told'), text: decided.message });
  }
  const woken = lastOf(submission, 'woken');
  if (woken && woken.n > (decided?.n ?? 0))
    shown.push({ who: words.say('triage.card.woken', { date: words.date(woken.at) }), text: '' });
  const reopened = lastOf(submission, 'reopened');
  if (reopened && !reopened.correcting)
    shown.push({ who: bySome(words, 'triage.card.reopened', reopened), text: reopened.reason });
  const merged = lastOf(submission, 'merged');
  if (merged) {
    const { title, into } = merged;
    shown.push({
      who: bySome(words, 'triage.card.mergedInto', merged, { title, into }),
      text: merged.reason,
    });
  }
  const redacted = lastOf(submission, 'redacted');
  if (redacted) shown.push({ who: bySome(words, 'triage.card.redacted', redacted), text: redacted.reason });
  const again = lastOf(submission, 'askedAgain');
  if (again && again.n > (decided?.n ?? 0))
    shown.push({
      who: words.say('triage.card.askedAgain', { date: words.date(again.at) }),
      text: again.news,
    });
  const withdrawn = lastOf(submission, 'withdrawn');
  if (withdrawn?.reason) shown.push({ who: words.say('triage.card.withdrawn'), text: withdrawn.reason });
  return shown;
}
