import type { Words } from '../words/words.ts';
import { sayDate } from './plan-words.ts';
import type { Benefits, Trial } from './plans.ts';

/** The plan of a trial in a line. */
export const trialLine = (words: Words, { lead, measure, endsOn }: Trial): string =>
  words.say(measure ? 'ideas.trial.line' : 'ideas.trial.lineUnmeasured', {
    lead: lead.name,
    measure: measure ?? '',
    date: sayDate(words, endsOn),
  });

/** What an adopted idea has brought, a line for each part. */
export const benefitsText = (words: Words, { cashable, other, confidence }: Benefits): string =>
  [
    ...(cashable === undefined ? [] : [words.say('ideas.benefits.cashable', { pounds: cashable })]),
    ...(other ? [other] : []),
    words.say(`ideas.benefits.confidence.${confidence}`),
  ].join('\n');
