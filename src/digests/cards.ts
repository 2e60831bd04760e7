import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import { timeOfDay, weekdays } from '../time/schedule.ts';
import type { Words } from '../words/words.ts';
import type { Subscription } from './model.ts';
import { sayWhen } from './schedule-words.ts';
import { frequencies, subscribeFields } from './subscribe-form.ts';

/** What is set up in a place, with a way to change it. */
export function subscriptionCard(words: Words, subscription: Subscription | undefined): CardView {
  const active = subscription?.state === 'active';
  const state = active
    ? words.say('digests.subscription.on', { schedule: sayWhen(words, subscription.schedule) })
    : words.say('digests.subscription.off');
  const next = active ? nextOne(words, subscription) : '';
  return { card: 'digests/subscription', data: { state, next, active }, summary: `${state} ${next}`.trim() };
}

function nextOne(words: Words, { lastEditionAt, dueAt }: Subscription): string {
  const key = lastEditionAt === undefined ? 'digests.subscription.first' : 'digests.subscription.next';
  return words.say(key, { date: words.dateTime(dueAt) });
}

/** The form by which the digest of a place is set up, changed or stopped. */
export const subscribeForm = (words: Words, state: FormState<object>): CardView => ({
  card: 'digests/form',
  summary: words.say('digests.form.title'),
  data: {
    ...formData(state, subscribeFields),
    frequencies: frequencies.map((value) => ({ title: words.say(`digests.form.${value}`), value })),
    weekdays: weekdays.map((value) => ({ title: words.say(`digests.weekday.${value}`), value })),
    days: Array.from({ length: 31 }, (_, index) => dayChoice(words, index + 1)),
    times: timesWith(state.typed.time ?? '').map((value) => ({ title: value, value })),
  },
});

function dayChoice(words: Words, day: number) {
  const value = String(day);
  if (day === 31) return { title: words.say('digests.form.lastDay'), value };
  return { title: day > 28 ? words.say('digests.form.dayOrLast', { day }) : value, value };
}

/** Every half hour of the working day, and the time that is set when it is another. */
function timesWith(present: string): readonly string[] {
  const offered: string[] = [];
  for (let hour = 7; hour <= 18; hour++)
    for (const minute of ['00', '30']) offered.push(`${String(hour).padStart(2, '0')}:${minute}`);
  return timeOfDay.test(present) && !offered.includes(present) ? [...offered, present].sort() : offered;
}
