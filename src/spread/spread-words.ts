import { benefitsText } from '../ideas/lifecycle-words.ts';
import { sayDate } from '../ideas/plan-words.ts';
import { longest } from '../ideas/terms.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { TriedState } from '../reading/tried-elsewhere.ts';
import type { Words } from '../words/words.ts';
import type { Replication, Source } from './model.ts';

/** How it stands, as everybody reads it. */
export const stateOf = ({ state, result }: Replication): TriedState =>
  state === 'finished' ? (result?.outcome ?? 'ended') : state;

/** An Adaptive Card colour name beside the words, which alone must say it too. */
export const colourOf: Readonly<Record<TriedState, 'Default' | 'Accent' | 'Attention'>> = {
  running: 'Accent',
  works: 'Accent',
  partly: 'Default',
  stopped: 'Default',
  ended: 'Default',
};

export const sayState = (words: Words, body: Replication): string => {
  const state = words.say(`spread.state.${stateOf(body)}`);
  return `${state.slice(0, 1).toUpperCase()}${state.slice(1)}`;
};

export const sourceTitle = (words: Words, { kind, title }: Source): string =>
  kind === 'idea' ? title : words.say('spread.source.case', { title });

/** The service with what it tries. */
export const whatLine = (words: Words, { service, source }: Replication): string =>
  words.say('spread.what', { service, title: sourceTitle(words, source) });

export const leadLine = (words: Words, { lead, startsOn }: Replication): string =>
  words.say('spread.lead', { lead: lead.name, date: sayDate(words, startsOn) });

/** What was learnt, or why it was ended. */
export const learntOf = ({ result, endedEarly }: Replication): string =>
  result?.learnt ?? endedEarly?.reason ?? '';

/**
 * What it has brought, a line for each part; empty before that is known.
 * @param most letters of what is better besides money.
 */
export function broughtBy(words: Words, { result }: Replication, most = longest.reason): string {
  if (!result?.benefits) return '';
  const { other, ...benefits } = result.benefits;
  return benefitsText(words, { ...benefits, ...(other && { other: cutAtWord(other, most) }) });
}
