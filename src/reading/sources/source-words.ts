import type { Words } from '../../words/words.ts';
import type { FeedFault } from '../feeds/unreadable-feed.ts';
import type { FeedState } from '../model.ts';

/** How often a source may be read, in minutes. */
export const intervals = ['15', '60', '360', '1440'] as const;

const isUsual = (minutes: string): minutes is (typeof intervals)[number] =>
  intervals.some((usual) => usual === minutes);

export function sayEvery(words: Words, minutes: number): string {
  const written = String(minutes);
  return isUsual(written)
    ? words.say(`sources.every.${written}`)
    : words.say('sources.every.other', { minutes });
}

/** What went wrong with a source, for people. */
export function sayFault(
  words: Words,
  { fault = 'unreachable', detail }: { fault?: FeedFault | undefined; detail?: string | undefined },
): string {
  const what = words.say(`sources.fault.${fault}`);
  return detail ? words.say('sources.fault.detail', { what, detail }) : what;
}

interface Health {
  readonly state: string;
  /** One of the colours of Adaptive Cards. */
  readonly colour: 'Accent' | 'Attention' | 'Default';
}

/** How a source is doing, in words and in a colour. */
export function sayHealth(words: Words, { paused, failing, lastSuccess }: FeedState): Health {
  if (paused)
    return { state: words.say('sources.state.paused', { name: paused.by.name }), colour: 'Default' };
  if (failing)
    return {
      state: words.say('sources.state.failing', { date: words.date(failing.since) }),
      colour: 'Attention',
    };
  return lastSuccess
    ? { state: words.say('sources.state.working'), colour: 'Accent' }
    : { state: words.say('sources.state.waiting'), colour: 'Default' };
}
