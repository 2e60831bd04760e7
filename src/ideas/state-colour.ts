import type { State } from './terms.ts';

/**
 * An Adaptive Card colour name beside the words of a state; the words alone must say it too. Good and Warning are too
 * pale for text on white in Teams' light theme.
 */
export const stateColour: Readonly<Record<State, 'Default' | 'Accent' | 'Attention'>> = {
  received: 'Default',
  inReview: 'Accent',
  question: 'Attention',
  trial: 'Accent',
  adopted: 'Accent',
  parked: 'Default',
  declined: 'Default',
  reported: 'Accent',
  merged: 'Default',
  withdrawn: 'Default',
  published: 'Accent',
  ended: 'Default',
};
