import type { CardView } from '../bot/answer.ts';
import type { Submission } from '../ideas/model.ts';
import type { Words } from '../words/words.ts';
import type { CameIn, Decided } from './came-in.ts';
import type { KnownChallenge } from './model.ts';
import { countsOf, waitingIn } from './outcome-words.ts';

const byLine = (words: Words, { naming, author }: Submission): string =>
  naming === 'named' && author
    ? words.say('challenges.news.by', { name: author.name })
    : words.say('challenges.news.byNobody');

/** What came in by the end of a challenge, or what was decided on it, for everybody to read. */
export function newsCard(
  words: Words,
  { body }: KnownChallenge,
  told: { step: 'cameIn' | 'decided'; ideas: CameIn; decided: Decided },
): CardView {
  const { step, ideas, decided } = told;
  const heading = words.say(`challenges.news.${step}`);
  const isCameIn = step === 'cameIn';
  const waiting = waitingIn(decided);
  const lines = isCameIn
    ? [words.say('challenges.card.cameIn', { n: ideas.count })]
    : [
        ...countsOf(words, decided),
        ...(waiting > 0 ? [words.say('challenges.news.waiting', { n: waiting })] : []),
      ];
  const more = isCameIn ? ideas.count - ideas.shown.length : 0;
  return {
    card: 'challenges/news',
    data: {
      heading,
      about: words.say('challenges.news.about', { title: body.title }),
      lines: (lines.length > 0 ? lines : [words.say('challenges.news.nothing')]).map((text) => ({ text })),
      items: ideas.shown.map((idea) => ({
        title: idea.title,
        by: byLine(words, idea),
        state: isCameIn ? '' : words.say(`triage.state.${idea.state}`),
      })),
      more: more > 0 && ideas.shown.length > 0 ? words.say('challenges.news.more', { n: more }) : '',
      next: words.say(isCameIn && ideas.count > 0 ? 'challenges.news.next' : 'challenges.news.thanks'),
    },
    summary: words.say('challenges.news.summary', { heading, title: body.title }),
  };
}
