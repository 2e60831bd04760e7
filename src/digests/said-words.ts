import { type Schedule, type Weekday, weekdays } from '../time/schedule.ts';
import type { Words } from '../words/words.ts';
import { readTime } from './said-time.ts';

/** One thing that was said about when a digest should come: one of these. */
export interface Said {
  readonly frequency?: Schedule['kind'];
  readonly weekday?: Weekday;
  /** Of the month. */
  readonly day?: number;
  readonly time?: string;
  /** A day of the month or an hour: what stands beside it tells. */
  readonly number?: number;
}

type Phrase = readonly [phrase: string, means: Said | undefined];

/** The ways to say something that the words list for it. */
export const waysToSay = (listed: string): readonly string[] => listed.split('|').map((way) => way.trim());

/** Reads all that was said, in its order; undefined when a part of it means nothing here. */
export function readSaid(words: Words, text: string): readonly Said[] | undefined {
  const phrases = phrasesIn(words);
  const said: Said[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const next = readPhrase(phrases, rest) ?? readNumber(rest);
    if (!next) return undefined;
    if (next.said) said.push(next.said);
    rest = rest.slice(next.length).trim();
  }
  return said;
}

interface Read {
  readonly said: Said | undefined;
  readonly length: number;
}

function readPhrase(phrases: readonly Phrase[], text: string): Read | undefined {
  for (const [phrase, said] of phrases)
    if (text === phrase || text.startsWith(`${phrase} `)) return { said, length: phrase.length };
  return undefined;
}

const ordinal = /^(\d{1,2})(?:st|nd|rd|th)\b/u;
const bare = /^(\d{1,2})(?= |$)/u;

function readNumber(text: string): Read | undefined {
  const time = readTime(text);
  if (time) return { said: { time: time.time }, length: time.length };
  const day = ordinal.exec(text);
  if (day) return { said: { day: Number(day[1]) }, length: day[0].length };
  const number = bare.exec(text);
  if (number) return { said: { number: Number(number[1]) }, length: number[0].length };
  return undefined;
}

/** Longer phrases first, so that "last day" is not read as "last". */
function phrasesIn(words: Words): readonly Phrase[] {
  const table: Phrase[] = [];
  const add = (listed: string, said: Said | undefined) => {
    for (const way of waysToSay(listed)) table.push([way, said]);
  };
  for (const frequency of ['daily', 'weekly', 'monthly'] as const)
    add(words.say(`digests.said.${frequency}`), { frequency });
  for (const weekday of weekdays) add(words.say(`digests.said.${weekday}`), { weekday });
  add(words.say('digests.said.lastDay'), { day: 31 });
  add(words.say('digests.said.noon'), { time: '12:00' });
  add(words.say('digests.said.filler'), undefined);
  return table.sort(([a], [b]) => b.length - a.length);
}
