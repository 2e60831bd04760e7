import { expect, test } from '@jest/globals';
import { meteredStore } from '../../src/store/metered-store.ts';
import type { Facts, Telemetry } from '../../src/telemetry/telemetry.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { startedService } from './started-service.ts';

interface Meter {
  readonly telemetry: Telemetry;
  readonly calls: string[];
}

const writes = ['create', 'replace', 'remove', 'createMany'];

/** Telemetry that keeps the store's calls alone, such as `create submissions`. */
function meter(): Meter {
  const calls: string[] = [];
  const nothing = () => {};
  const record = (metric: string, _value: number, { operation, collection }: Facts = {}) => {
    if (metric === 'store.callMs') calls.push(`${operation} ${collection}`);
  };
  return { calls, telemetry: { info: nothing, warn: nothing, error: nothing, count: nothing, record } };
}

/** What a press asked of the store: by operation and collection, while the person waited. */
function cost(calls: readonly string[]): { readonly reads: number; readonly writes: number } {
  const written = calls.filter((call) => writes.some((write) => call.startsWith(`${write} `))).length;
  return { reads: calls.length - written, writes: written };
}

/** The service with the calls of turns counted apart from those of the outbox, its listeners and its drawing. */
async function meteredService() {
  const inTurns = meter();
  const offTurns = meter();
  const started = await startedService({
    stores: (store) => ({
      invoke: meteredStore(store, inTurns.telemetry),
      worker: meteredStore(store, offTurns.telemetry),
    }),
  });
  return {
    started,
    offTurns,
    /** Does something in Teams and tells what the store was asked until Teams had its answer. */
    async costOf<T>(act: () => Promise<T>): Promise<{ outcome: T; reads: number; writes: number }> {
      inTurns.calls.length = 0;
      const outcome = await act();
      return { outcome, ...cost(inTurns.calls) };
    },
    [Symbol.asyncDispose]: () => started[Symbol.asyncDispose](),
  };
}

test('opening the form of an idea asks the store nothing once the person is known', async () => {
  await using service = await meteredService();
  const ann = service.started.teams.person('Ann Sample');
  await sharesIdea(ann, { 'Service area': 'Education' });
  const invite = await ann.chat.messageSaying('Two boxes');
  const opened = await service.costOf(() => invite.card.press('Share an idea'));
  expect(opened.outcome.kind).toBe('dialog');
  expect(opened).toMatchObject({ reads: 0, writes: 0 });
});

test('sending an idea costs at most two writes and two reads, the first time with a service area and later', async () => {
  await using service = await meteredService();
  const ann = service.started.teams.person('Ann Sample');
  for (const area of ['Education', 'Education', 'Housing']) {
    await ann.says('idea');
    const form = (await (await ann.chat.messageSaying('Two boxes')).card.press('Share an idea')).card;
    await form.press('Add more');
    form.fill({
      Title: 'Sample idea',
      'What would you change, and why?': 'Sample text, long enough.',
      'Service area': area,
    });
    const sent = await service.costOf(() => form.press('Send'));
    expect(sent.outcome.text()).toContain('Your reference is');
    expect(sent.writes).toBeGreaterThanOrEqual(1);
    expect(sent.writes).toBeLessThanOrEqual(2);
    expect(sent.reads).toBeLessThanOrEqual(2);
  }
});

test('each action of the innovation team costs at most one write and three reads', async () => {
  await using service = await meteredService();
  const { channel, tess } = await innovationTeam(service.started.teams);
  await sharesIdea(service.started.teams.person('Ann Sample'));
  const { card } = await channel.as(tess).messageSaying('one form');

  const press = async (from: typeof card, button: string, writesExpected: number) => {
    // The relay takes its events off; a press that meets it would write again.
    await service.started.settled();
    const pressed = await service.costOf(() => from.press(button));
    expect({ button, writes: pressed.writes }).toEqual({ button, writes: writesExpected });
    expect(pressed.reads).toBeLessThanOrEqual(3);
    return pressed.outcome.card;
  };
  await press(card, 'Take it', 1);
  const question = await press(card, 'Ask a question', 0);
  question.fill({ 'Your question': 'Which forms are they?' });
  await press(question, 'Send question', 1);
  await card.press('More');
  const subjects = await press(card, 'Correct theme and topics', 0);
  subjects.fill({ Theme: 'Education' });
  await press(subjects, 'Save', 1);
  const decision = await press(card, 'Decide', 0);
  decision.fill({ Decision: 'Accept for trial', Reason: 'Sample reason' });
  await press(decision, 'Decide', 1);
});

test('what follows off the turn is asked of the other store: relaying, planning and sending an idea', async () => {
  await using service = await meteredService();
  const { channel, tess } = await innovationTeam(service.started.teams);
  const ann = service.started.teams.person('Ann Sample');
  await ann.says('hi');
  await ann.chat.messageSaying('in Teams');
  service.offTurns.calls.length = 0;
  await sharesIdea(ann);
  await channel.as(tess).messageSaying('one form');
  await ann.chat.messageSaying('Thank you, we have it');
  await service.started.settled();
  const caused = service.offTurns.calls.filter((call) => /submissions|deliveries/u.test(call));
  const counted = new Map<string, number>();
  for (const call of caused) counted.set(call, (counted.get(call) ?? 0) + 1);
  process.stdout.write(`Off the turn, one idea to its channel and its author: ${[...counted].join('; ')}\n`);
  expect(counted.get('replace submissions')).toBe(1);
  expect(counted.get('createMany deliveries')).toBeGreaterThanOrEqual(2);
});
