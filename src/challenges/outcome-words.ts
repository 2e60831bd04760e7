import type { Words } from '../words/words.ts';
import type { Decided } from './came-in.ts';

const decidedStates = ['adopted', 'trial', 'published', 'ended', 'parked', 'declined'] as const;

/** How many ideas each decision was made on, a piece each. */
export const countsOf = (words: Words, decided: Decided): readonly string[] =>
  decidedStates.flatMap((state) => {
    const n = decided.find((one) => one.state === state)?.count ?? 0;
    return n > 0 ? [words.say(`challenges.news.count.${state}`, { n })] : [];
  });

/** How many wait for a decision. */
export const waitingIn = (decided: Decided): number =>
  decided
    .filter(({ state }) => !decidedStates.some((one) => one === state))
    .reduce((sum, { count }) => sum + count, 0);
