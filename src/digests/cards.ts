import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import { topicName, topics } from '../subjects/codes.ts';
import { timeOfDay, weekdays } from '../time/schedule.ts';
import type { Words } from '../words/words.ts';
import { lengths, parts, type Subscription, usualWish, ways } from './model.ts';
import { sayWhen } from './schedule-words.ts';
import { frequencies, noService, subscribeFields, zonesWith } from './subscribe-form.ts';

/** What is set up in a place, or for the person who asks, with a way to change it. */
export function subscriptionCard(
  words: Words,
  subscription: Subscription | undefined,
  personal: boolean,
  addressWaits = false,
): CardView {
  const own = personal ? 'Own' : '';
  const active = subscription?.state === 'active';
  const paused = subscription?.state === 'paused';
  const state = active
    ? words.say(`digests.subscription.on${own}`, { schedule: sayWhen(words, subscription.schedule) })
    : words.say(paused ? 'digests.subscription.paused' : `digests.subscription.off${own}`);
  const next = active ? nextOne(words, subscription) : '';
  return {
    card: 'digests/subscription',
    data: {
      state,
      next,
      what: subscription && (active || paused) ? whatComes(words, subscription) : '',
      how: subscription && personal && active ? howItComes(words, subscription) : '',
      active,
      paused,
      off: !active && !paused,
      addressWaits,
      commands: words.say(`digests.subscription.how${own}`),
    },
    summary: `${state} ${next}`.trim(),
  };
}

function nextOne(words: Words, { lastEditionAt, dueAt }: Subscription): string {
  const key = lastEditionAt === undefined ? 'digests.subscription.first' : 'digests.subscription.next';
  return words.say(key, { date: words.dateTime(dueAt) });
}

function whatComes(words: Words, { wish = usualWish }: Subscription): string {
  const what = parts
    .filter((part) => wish.include.includes(part))
    .map((part) => words.say(`digests.part.${part}`))
    .join(', ');
  const about = wish.topics.map((topic) => topicName(words, topic)).join(', ');
  const holds =
    about === ''
      ? words.say('digests.subscription.holds', { what })
      : words.say('digests.subscription.holdsAbout', { what, about });
  const { service } = wish;
  return service === undefined ? holds : `${holds} ${words.say('digests.subscription.near', { service })}`;
}

function howItComes(words: Words, { personal }: Subscription): string {
  const { by = 'teams', address } = personal ?? {};
  if (by === 'teams') return words.say('digests.subscription.byTeams');
  if (address === undefined) return words.say('digests.subscription.unconfirmed');
  return words.say(by === 'mail' ? 'digests.subscription.byMail' : 'digests.subscription.byBoth', {
    address,
  });
}

/** The form by which a digest is set up, changed, paused or stopped. `mailed`: it can come by e-mail too. */
export function subscribeForm(
  words: Words,
  state: FormState<object>,
  {
    timeZone,
    personal,
    mailed,
    services,
  }: { timeZone: string; personal: boolean; mailed: boolean; services: readonly string[] },
): CardView {
  const own = personal ? 'Own' : '';
  return {
    card: 'digests/form',
    summary: words.say(`digests.form.title${own}`),
    data: {
      ...formData(state, subscribeFields),
      title: words.say(`digests.form.title${own}`),
      intro: words.say(`digests.form.what${own}`),
      mailed: personal && mailed,
      // A person's own service is the one of their profile.
      shared: !personal,
      services: [
        { title: words.say('digests.form.noService'), value: noService },
        ...services.map((value) => ({ title: value, value })),
      ],
      frequencies: frequencies.map((value) => ({ title: words.say(`digests.form.${value}`), value })),
      weekdays: weekdays.map((value) => ({ title: words.say(`digests.weekday.${value}`), value })),
      days: Array.from({ length: 31 }, (_, index) => dayChoice(words, index + 1)),
      times: timesWith(state.typed.time ?? '').map((value) => ({ title: value, value })),
      zones: zonesWith(timeZone, state.typed.timeZone ?? '').map((value) => ({
        title: value.replaceAll('_', ' '),
        value,
      })),
      topics: topics.map((value) => ({ title: topicName(words, value), value })),
      includes: parts.map((value) => ({ title: words.say(`digests.form.include.${value}`), value })),
      lengths: lengths.map((value) => ({ title: words.say(`digests.form.length.${value}`), value })),
      ways: ways.map((value) => ({ title: words.say(`digests.form.by.${value}`), value })),
    },
  };
}

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

/** The form into which somebody types the code that their e-mail address got. */
export const codeForm = (words: Words, state: FormState<object>): CardView => ({
  card: 'digests/code',
  summary: words.say('digests.code.title'),
  data: formData(state, ['code']),
});
