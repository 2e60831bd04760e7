import type { Feature } from '../feature.ts';
import { type MorningParts, morningListener, tellInTheMorning } from './morning-news.ts';

/** What came while nobody works and can wait is told when somebody does. */
export const morningFeature = (parts: MorningParts): Feature => ({
  listeners: [morningListener(parts.store)],
  jobs: [tellInTheMorning(parts)],
});
