import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/bot/answer.ts';
import type { Command } from '../../src/bot/command.ts';
import type { Dialog } from '../../src/bot/dialog.ts';
import type { Conversation } from '../../src/bot/turn.ts';
import { digestsFeature } from '../../src/digests/bot.ts';
import { ownPlaceId } from '../../src/digests/change-subscription.ts';
import { findSubscription, subscribe } from '../../src/digests/service.ts';
import {
  asking,
  bench,
  editionsIn,
  placeId,
  subscriptionIn,
  timeZone,
  tuesdays,
  turnIn,
} from './sample-place.ts';
import { addArticle, addCases, sampleArticle } from './sample-reading.ts';

function digests() {
  const parts = bench();
  const feature = digestsFeature(parts);
  const [command] = feature.commands ?? [];
  const [dialog] = feature.dialogs ?? [];
  if (!command || !dialog) throw new Error('the feature has no command or no dialog');
  return { parts, feature, turn: turnIn(parts.clock), command: shown(command), dialog: shownBy(dialog) };
}

const textOf = (answer: Answer) =>
  answer.kind === 'text' ? answer.text : answer.kind === 'card' ? answer.view.summary : answer.offer.name;
const shown = (command: Command) => async (turn: Parameters<Command['run']>[0], rest: string) =>
  textOf(await command.run(turn, rest));
const shownBy = (dialog: Dialog) => dialog;

const personal: Conversation = { kind: 'personal', id: 'a:sample', serviceUrl: 'https://teams.example/' };
const submitted = (typed: Record<string, string>) => ({ about: {}, formId: 'sample-form', typed });

describe('saying "digest"', () => {
  test('with a time sets it up and answers when the first comes', async () => {
    const { parts, turn, command } = digests();
    expect(await command(turn, 'weekly tuesday 10:00')).toBe(
      'A digest comes here every Tuesday at 10:00. The first one comes on 1 December 2026 at 10:00. After that, none is posted when there is nothing new.',
    );
    expect(await subscriptionIn(parts)).toMatchObject({
      placeId,
      state: 'active',
      subscribedBy: 'sample-person',
      schedule: { kind: 'weekly', weekdays: ['tuesday'], time: '10:00', timeZone },
    });
  });

  test.each([
    ['daily 9:30', 'every weekday (Monday to Friday, bank holidays too) at 09:30'],
    ['monthly 1 10am', 'every month on the 1st at 10:00'],
    ['monthly 22', 'every month on the 22nd at 10:00'],
    ['monthly 30', 'every month on the 30th, or the last day of a shorter month, at 10:00'],
    ['monthly last', 'on the last day of every month at 10:00'],
  ])('%s is answered in words', async (rest, when) => {
    const { turn, command } = digests();
    expect(await command(turn, rest)).toContain(`A digest comes here ${when}.`);
  });

  test('alone shows what is set up and changes nothing', async () => {
    const { parts, turn, command } = digests();
    expect(await command(turn, '')).toContain('The digest is off');
    expect(await findSubscription(parts, asking)).toBeUndefined();
    await command(turn, 'weekly friday 9');
    const before = await subscriptionIn(parts);
    expect(await command(turn, '')).toContain('every Friday at 09:00');
    expect(await subscriptionIn(parts)).toEqual(before);
  });

  test('off stops it', async () => {
    const { parts, turn, command } = digests();
    await command(turn, 'daily');
    expect(await command(turn, 'off')).toContain('The digest is off');
    expect((await subscriptionIn(parts)).state).toBe('stopped');
  });

  test('now posts one, and with nothing new says so and posts none', async () => {
    const { parts, turn, command } = digests();
    expect(await command({ ...turn, activityId: 'another' }, 'now')).toContain('nothing new');
    await addCases(parts.store);
    await addArticle(parts.store, sampleArticle('a', '2026-11-30T09:00:00.000Z'));
    expect(await command(turn, 'now')).toContain('posting the digest now');
    expect(await editionsIn(parts)).toHaveLength(1);
  });

  test('in words that are not understood is answered with examples, and changes nothing', async () => {
    const { parts, turn, command } = digests();
    expect(await command(turn, 'when the moon is full')).toContain('“digest weekly tuesday friday 10:00”');
    expect(await findSubscription(parts, asking)).toBeUndefined();
  });

  test('in a 1:1 chat sets up the own digest of the person, apart from that of any channel', async () => {
    const { parts, turn, command } = digests();
    expect(await command({ ...turn, conversation: personal }, 'daily')).toContain(
      'Your digest comes every weekday',
    );
    expect(await subscriptionIn(parts, ownPlaceId(asking.personId))).toMatchObject({
      personal: { personId: asking.personId, by: 'teams' },
    });
    expect(await command(turn, '')).toContain('The digest is off');
  });

  test('pause keeps what was chosen, and on goes on with it', async () => {
    const { parts, turn, command } = digests();
    await command(turn, 'weekly friday 9');
    expect(await command(turn, 'pause')).toContain('paused');
    expect((await subscriptionIn(parts)).state).toBe('paused');
    expect(await command(turn, 'on')).toContain('A digest comes here every Friday at 09:00');
  });

  test('preview shows what would come and why, and keeps nothing of it', async () => {
    const { parts, turn, feature } = digests();
    await addArticle(parts.store, sampleArticle('a', '2026-11-30T09:00:00.000Z', { theme: 'engagement' }));
    const answer = await feature.commands?.[0]?.run(turn, 'preview');
    expect(answer).toMatchObject({
      view: {
        data: {
          items: [
            {
              title: 'Sample article: a',
              why: 'Chosen because: its theme was in none of the last four digests, it is new.',
            },
          ],
        },
      },
    });
    expect(await findSubscription(parts, asking)).toBeUndefined();
    expect(await editionsIn(parts)).toEqual([]);
  });
});

describe('the form', () => {
  test('starts with what is usual, or with what is set up', async () => {
    const { turn, dialog, command } = digests();
    const usual = {
      frequency: 'weekly',
      weekdays: 'tuesday',
      dayOfMonth: '1',
      time: '10:00',
      timeZone,
      otherZone: '',
      topics: '',
      include: 'articles,case,ideas,projects,spread',
      length: 'usual',
      by: 'teams',
      service: 'none',
      address: '',
    };
    expect(await dialog.open(turn, {})).toEqual({ kind: 'form', about: {}, typed: usual });
    await command(turn, 'monthly 15 22:45');
    expect(await dialog.open(turn, {})).toMatchObject({
      typed: { frequency: 'monthly', weekdays: 'tuesday', dayOfMonth: '15', time: '22:45' },
    });
  });

  test('offers the time that is set though it is an unusual one, and every choice once', async () => {
    const { turn, dialog } = digests();
    const state = { about: {}, formId: 'sample-form', typed: { time: '22:45' }, problems: {} };
    const { data } = await dialog.draw(turn, state);
    const times = 'times' in data && Array.isArray(data.times) ? data.times.map(({ value }) => value) : [];
    expect(times).toContain('22:45');
    expect(times).toContain('07:00');
    expect(times).toEqual([...new Set(times)].sort());
    expect(dialog.drawBare(turn, state).data).toEqual(data);
  });

  test.each([
    [{ frequency: 'weekly', weekdays: 'friday', dayOfMonth: '', time: '09:30' }, 'every Friday at 09:30'],
    [{ frequency: 'daily', time: '08:00' }, 'every weekday (Monday to Friday, bank holidays too) at 08:00'],
    [
      { frequency: 'monthly', weekdays: 'no day', dayOfMonth: '31', time: '22:30' },
      'on the last day of every month at 22:30',
    ],
  ])('filled in with %j sets it up and answers when the first comes', async (typed, when) => {
    const { turn, dialog } = digests();
    const answer = await dialog.submit(turn, submitted(typed));
    if (answer.kind === 'problems') throw new Error('the form was refused');
    expect(textOf(answer)).toContain(`A digest comes here ${when}. The first one comes on`);
  });

  test('with "not at all" stops it', async () => {
    const { parts, turn, dialog, command } = digests();
    await command(turn, 'daily');
    await dialog.submit(turn, submitted({ frequency: 'off' }));
    expect((await subscriptionIn(parts)).state).toBe('stopped');
  });

  test.each([
    [{}, ['frequency']],
    [{ frequency: 'hourly', time: '10:00' }, ['frequency']],
    [{ frequency: 'weekly', weekdays: 'someday', time: '10:00' }, ['weekdays']],
    [{ frequency: 'weekly' }, ['time', 'weekdays']],
    [{ frequency: 'weekly', weekdays: 'monday', time: '25:00' }, ['time']],
    [{ frequency: 'monthly', dayOfMonth: '32', time: '10:00' }, ['dayOfMonth']],
    [{ frequency: 'monthly', dayOfMonth: '1.5', time: '10' }, ['dayOfMonth', 'time']],
    [{ frequency: 'daily', time: '' }, ['time']],
    [{ frequency: 'daily', time: '10:00', include: '', topics: 'gossip' }, ['include', 'topics']],
    [{ frequency: 'daily', time: '10:00', timeZone: 'Middle-earth/Shire' }, ['timeZone']],
  ])('with %j is refused in words at its fields, and nothing is stored', async (typed, fields) => {
    const { parts, turn, dialog } = digests();
    const answer = await dialog.submit(turn, submitted(typed));
    if (answer.kind !== 'problems') throw new Error('the form was accepted');
    expect(Object.keys(answer.problems).sort()).toEqual(fields);
    for (const problem of Object.values(answer.problems)) expect(problem).toMatch(/^Choose .+\.$/u);
    expect(await findSubscription(parts, asking)).toBeUndefined();
  });

  test('keeps topics, what it brings, length and time zone', async () => {
    const { parts, turn, dialog } = digests();
    const more = {
      topics: 'offending,early-years',
      include: 'articles,ideas',
      length: 'short',
      timeZone: 'Europe/Paris',
    };
    await dialog.submit(turn, submitted({ frequency: 'daily', time: '08:00', ...more }));
    expect(await subscriptionIn(parts)).toMatchObject({
      schedule: { kind: 'daily', time: '08:00', timeZone: 'Europe/Paris' },
      wish: { topics: ['offending', 'early-years'], include: ['articles', 'ideas'], length: 'short' },
    });
  });

  test('names a service whose ideas come first, changes it and takes it back; no other than is offered', async () => {
    const { parts, turn, dialog } = digests();
    const daily = { frequency: 'daily', time: '08:00' };
    expect(await dialog.submit(turn, submitted({ ...daily, service: 'Housing' }))).toMatchObject({
      view: { data: { what: expect.stringContaining('Ideas and projects of Housing come first.') } },
    });
    await subscribe(parts, asking, { schedule: tuesdays });
    expect((await subscriptionIn(parts)).wish?.service).toBe('Housing');
    const refused = await dialog.submit(turn, submitted({ ...daily, service: 'Sample service' }));
    expect(refused).toMatchObject({ problems: { service: 'Choose a service from the list, or none.' } });
    await dialog.submit(turn, submitted({ ...daily, service: 'none' }));
    expect((await subscriptionIn(parts)).wish?.service).toBeUndefined();
  });

  test('cancelled shows what is set up', async () => {
    const { turn, dialog } = digests();
    expect(textOf(await dialog.cancel(turn, {}))).toContain('The digest is off');
  });
});
