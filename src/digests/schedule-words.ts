import type { Schedule } from '../time/schedule.ts';
import type { Words } from '../words/words.ts';

const homeZone = 'Europe/London';

const listed = (words: Words, items: readonly string[]): string =>
  new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(items);

/** Which clocks are meant is said where they are not those of this country. */
const timeOf = (words: Words, { time, timeZone }: Schedule): string =>
  timeZone === homeZone
    ? time
    : words.say('digests.schedule.timeIn', { time, zone: timeZone.replaceAll('_', ' ') });

/** When a schedule runs, as it stands in a sentence: `every Tuesday and Friday at 10:00`. */
export function sayWhen(words: Words, schedule: Schedule): string {
  const time = timeOf(words, schedule);
  switch (schedule.kind) {
    case 'daily':
      return words.say('digests.schedule.daily', { time });
    case 'weekly':
      return words.say('digests.schedule.weekly', {
        time,
        weekday: listed(
          words,
          schedule.weekdays.map((weekday) => words.say(`digests.weekday.${weekday}`)),
        ),
      });
    case 'monthly': {
      const { dayOfMonth: day } = schedule;
      if (day === 31) return words.say('digests.schedule.monthEnd', { time });
      return words.say(day > 28 ? 'digests.schedule.monthlyOrLast' : 'digests.schedule.monthly', {
        day,
        time,
      });
    }
  }
}
