import { IntlMessageFormat } from 'intl-messageformat';
import { english, type WordKey } from './en/english.ts';
import { isolated } from './right-to-left.ts';

export type { WordKey } from './en/english.ts';

type Values = Readonly<Record<string, string | number>>;

/** All that people read, in one language. */
export interface Words {
  /** As `en-GB`. */
  readonly locale: string;
  /** The sentence of a key with its values filled in (ICU message syntax). */
  say(key: WordKey, values?: Values): string;
  /** A date as people say it, such as `Tuesday 3 March 2026`. */
  date(instant: string | Date): string;
  /** A date and the time of day, such as `3 March 2026 at 10:00`. */
  dateTime(instant: string | Date): string;
}

/** A name or title from right to left turns no part of the sentence around. */
function apart(values: Values): Values {
  const all = Object.entries(values);
  if (all.every(([, value]) => typeof value === 'number' || isolated(value) === value)) return values;
  return Object.fromEntries(
    all.map(([name, value]) => [name, typeof value === 'number' ? value : isolated(value)]),
  );
}

/** @param timeZone an IANA name; instants are shown in it. */
export function englishWords(timeZone: string): Words {
  const locale = 'en-GB';
  const parsed = new Map<WordKey, IntlMessageFormat>();
  // Apart from the day, because releases of Node differ in whether a comma follows it.
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone,
  });
  return {
    locale,
    say(key, values) {
      let message = parsed.get(key);
      if (!message) {
        message = new IntlMessageFormat(english[key], locale, undefined, { ignoreTag: true });
        parsed.set(key, message);
      }
      return String(message.format(values && apart(values)));
    },
    date(instant) {
      const moment = new Date(instant);
      return `${weekday.format(moment)} ${day.format(moment)}`;
    },
    dateTime(instant) {
      const moment = new Date(instant);
      return `${day.format(moment)} at ${time.format(moment)}`;
    },
  };
}
