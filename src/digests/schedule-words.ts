import type { Schedule } from '../time/schedule.ts';
import type { Words } from '../words/words.ts';

/** When a schedule runs, as it stands in a sentence: `every Tuesday at 10:00`. */
export function sayWhen(words: Words, schedule: Schedule): string {
  const { time } = schedule;
  switch (schedule.kind) {
    case 'daily':
      return words.say('digests.schedule.daily', { time });
    case 'weekly':
      return words.say('digests.schedule.weekly', {
        time,
        weekday: words.say(`digests.weekday.${schedule.weekday}`),
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
