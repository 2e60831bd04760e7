import type { State } from './model.ts';

/** An Adaptive Card colour name beside the words of a state; the words alone must say it too. */
export const stateColour: Readonly<Record<State, 'Default' | 'Accent' | 'Good' | 'Warning' | 'Attention'>> = {
  received: 'Default',
  inReview: 'Accent',
  question: 'Warning',
  trial: 'Good',
  adopted: 'Good',
  parked: 'Default',
  declined: 'Default',
};
