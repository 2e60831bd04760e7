import type { Submission } from '../ideas/model.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { Words } from '../words/words.ts';

const mostNotesShown = 2;
const mostOpinionsShown = 3;
const longestShown = 300;

/** What the team says among itself and what colleagues answered, the latest: for the team's card alone. */
export function teamTalk(
  words: Words,
  { notes = [], opinions = [] }: Submission,
): { who: string; text: string }[] {
  const earlier = Math.max(0, notes.length - mostNotesShown);
  return [
    ...opinions.slice(-mostOpinionsShown).map(({ of, answer, unreachable }) => ({
      who: words.say(
        answer === undefined
          ? unreachable
            ? 'triage.card.opinionUnreachable'
            : 'triage.card.opinionAwaited'
          : 'triage.card.opinion',
        { name: of.name },
      ),
      text: cutAtWord(answer ?? '', longestShown),
    })),
    ...notes.slice(earlier).map(({ by, at, text }) => ({
      who: words.say('triage.card.note', { name: by.name, date: words.date(at) }),
      text: cutAtWord(text, longestShown),
    })),
    ...(earlier > 0 ? [{ who: words.say('triage.card.notesEarlier', { n: earlier }), text: '' }] : []),
  ];
}
