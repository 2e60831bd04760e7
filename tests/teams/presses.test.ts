import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Authority } from '../../src/bot/authority.ts';
import { dialog, formData, openForm } from '../../src/bot/dialog.ts';
import { RosterUnavailable } from '../../src/bot/roster.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { answerPress } from '../../src/teams/presses.ts';
import { englishWords } from '../../src/words/words.ts';
import { recordedTelemetry } from '../store/recorded-telemetry.ts';
import { until } from './simulator/until.ts';

const words = englishWords('Europe/London');
const turn: Turn = {
  actor: { tenantId: 'tenant', personId: 'ann', name: 'Ann Sample', teamsUserId: '29:ann' },
  conversation: { kind: 'channel', id: '19:c', serviceUrl: 'https://example.org', teamId: '19:t' },
  words,
  private: false,
  activityId: '1',
  now: new Date('2026-03-02T09:00:00.000Z'),
};
const sent = { dialog: 'triage.ask', about: { idea: 'K7Q2MX' }, form: 'form-0001', question: 'Sample words' };

/** A bot of one dialog, of which `work` is what submitting it does. */
function aBot(given: { work?: () => Promise<void>; holds?: Authority['holds']; deadline?: number } = {}) {
  const { work = async () => {}, holds = async () => true, deadline = 5_000 } = given;
  const telemetry = recordedTelemetry();
  const acting = async () => {
    await work();
    return { kind: 'text' as const, text: 'Done' };
  };
  const form = dialog({
    name: 'triage.ask',
    about: z.strictObject({ idea: z.string() }),
    inputs: () => z.strictObject({ question: z.string() }),
    context: async () => undefined,
    open: async (_turn, about) => openForm(about),
    draw: (_turn, state) => ({ card: 'triage/ask', data: formData(state, ['question']), summary: '' }),
    submit: acting,
    cancel: acting,
  });
  const registry = {
    command: () => ({ name: 'help' as const, run: acting }),
    dialog: () => form,
    action: () => ({ name: 'help.show' as const, run: acting }),
    file: () => ({ name: 'export.csv' as const, make: async () => new Uint8Array() }),
    messageAction: () => ({
      name: 'shareAsIdea' as const,
      dialog: 'triage.ask' as const,
      begin: async () => ({ about: {}, typed: {} }),
    }),
    search: () => ({ name: 'find' as const, find: async () => [] }),
    fallback: acting,
  };
  const press = (data: unknown, where: Turn = turn) =>
    answerPress(where, data, {
      registry,
      authority: { holds, reach: async () => undefined },
      telemetry,
      deadline,
    });
  return { press, telemetry };
}

const asTyped = { typed: { question: 'Sample words' }, formId: 'form-0001', about: { idea: 'K7Q2MX' } };

test('a form whose work is slow comes back as typed before the deadline of Teams, and the work goes on', async () => {
  const slow = Promise.withResolvers<void>();
  let finished = false;
  const work = async () => {
    await slow.promise;
    finished = true;
  };
  const shown = await aBot({ work, deadline: 20 }).press(sent);
  expect(shown).toMatchObject({
    kind: 'card',
    view: { data: { ...asTyped, problem: { form: words.say('bot.slow.form') } } },
  });
  slow.resolve();
  await until('the work to be finished', () => finished || undefined);
});

test('a fault after the deadline is logged and ends nothing', async () => {
  const slow = Promise.withResolvers<void>();
  const work = async () => {
    await slow.promise;
    throw new Error('Sample fault');
  };
  const { press, telemetry } = aBot({ work, deadline: 10 });
  expect(await press({ action: 'help.show' })).toEqual({ kind: 'text', text: words.say('bot.slow') });
  slow.resolve();
  await until('the fault to be logged', () => telemetry.errors.length > 0 || undefined);
  expect(telemetry.errors.map(({ event }) => event)).toEqual(['press.failedLate']);
});

test('a form that fails comes back as typed', async () => {
  const shown = await aBot({ work: () => Promise.reject(new Error('Sample fault')) }).press(sent);
  expect(shown).toMatchObject({
    kind: 'card',
    view: { data: { ...asTyped, problem: { form: words.say('bot.failed.form') } } },
  });
});

test('a button that fails is answered in words', async () => {
  const shown = await aBot({ work: () => Promise.reject(new Error('Sample fault')) }).press({
    action: 'help.show',
  });
  expect(shown).toEqual({ kind: 'text', text: words.say('bot.failed') });
});

test('ids that do not fit are answered in words, even while the store is down', async () => {
  const forged = { ...sent, about: { idea: 7 } };
  expect(await aBot().press(forged)).toEqual({ kind: 'text', text: words.say('bot.unreadable') });
  const holds = () => Promise.reject(new Error('The store is down for this test'));
  expect(await aBot({ holds }).press(forged)).toEqual({ kind: 'text', text: words.say('bot.failed') });
});

test('who does not hold the role, or cannot be looked up, is told so and nothing is done', async () => {
  let done = 0;
  const work = async () => {
    done += 1;
  };
  for (const press of [
    sent,
    { ...sent, form: undefined },
    { ...sent, cancel: true },
    { action: 'triage.take' },
  ]) {
    const outside = aBot({ work, holds: async () => false });
    expect(await outside.press(press)).toEqual({
      kind: 'text',
      text: words.say('bot.refused.innovationTeam'),
    });
    const unknown = aBot({ work, holds: () => Promise.reject(new RosterUnavailable('Sample')) });
    expect(await unknown.press(press)).toEqual({ kind: 'text', text: words.say('bot.refused.roster') });
  }
  expect(done).toBe(0);
});

test('what is private is not answered where others see it', async () => {
  const mine = { action: 'ideas.mine' };
  expect(await aBot().press(mine)).toEqual({ kind: 'text', text: words.say('bot.where.private') });
  expect(await aBot().press(mine, { ...turn, private: true })).toEqual({ kind: 'text', text: 'Done' });
});
