import { describe, expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import type { JsonObject } from '../teams/simulator/json.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { type Started, startedService } from './started-service.ts';

const post = (started: Started, body: string | Buffer, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${started.service.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

const isAlive = async (started: Started) =>
  (await fetch(`http://127.0.0.1:${started.service.port}/healthz`)).ok;

/** A message of Ann as Teams sends it, to be spoilt. */
async function anActivity(started: Started): Promise<JsonObject> {
  const ann = started.teams.person('Ann Sample');
  await ann.says('help');
  const sent = started.teams.line.sent.at(-1);
  if (!sent) throw new Error('Nothing was sent');
  return sent;
}

describe('what is no activity is refused, and the service stays up', () => {
  test.each([
    ['nothing', ''],
    ['broken JSON', '{"type":'],
    ['a list', '[]'],
    ['an object without a type', '{}'],
    ['a type that is no text', '{"type":7}'],
    ['null', 'null'],
  ])('%s', async (_name, body) => {
    await using started = await startedService();
    expect((await post(started, body)).status).toBe(400);
    expect(await isAlive(started)).toBe(true);
  });

  test('a body of a megabyte', async () => {
    await using started = await startedService();
    expect((await post(started, JSON.stringify({ type: 'x'.repeat(1_000_000) }))).status).toBe(413);
    expect(await isAlive(started)).toBe(true);
  });

  test('a body that is no JSON by its type', async () => {
    await using started = await startedService();
    const answer = await post(started, '<activity/>', { 'content-type': 'application/xml' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('activities that Teams would not send to us are refused before anything is stored', () => {
  test.each<[string, (activity: JsonObject) => JsonObject]>([
    ['another channel', (activity) => ({ ...activity, channelId: 'emulator' })],
    ['another host in serviceUrl', (activity) => ({ ...activity, serviceUrl: 'https://teams.example.org/' })],
    ['a serviceUrl that is none', (activity) => ({ ...activity, serviceUrl: 'smba.trafficmanager.net' })],
    [
      'a host that only begins like Teams',
      (activity) => ({ ...activity, serviceUrl: 'https://smba.trafficmanager.net.example.org/' }),
    ],
    ['a foreign tenant', (activity) => ({ ...activity, channelData: { tenant: { id: 'another' } } })],
    [
      'two tenants that differ',
      (activity) => ({
        ...activity,
        conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'another' },
      }),
    ],
    ['no tenant', (activity) => ({ ...activity, channelData: {}, conversation: { id: 'a:1' } })],
  ])('%s', async (_name, spoil) => {
    await using started = await startedService();
    const activity = await anActivity(started);
    expect((await post(started, JSON.stringify(spoil(activity)))).status).toBe(403);
  });
});

describe('forged card data changes nothing and is answered in words', () => {
  test.each<[string, (data: JsonObject) => JsonObject]>([
    ['an unknown dialog', (data) => ({ ...data, dialog: 'idea.destroy' })],
    ['a name every object has', (data) => ({ ...data, dialog: 'constructor' })],
    ['a dialog and an action at once', (data) => ({ ...data, action: 'triage.take' })],
    ['ids that are none', (data) => ({ ...data, about: { idea: '../../K7Q2MX', seen: '0' } })],
    ['more than the ids', (data) => ({ ...data, about: { idea: 'K7Q2MX', seen: '0', role: 'admin' } })],
    ['an author of its own', (data) => ({ ...data, author: 'somebody' })],
    ['an input that is a list', (data) => ({ ...data, reason: ['a', 'b'] })],
    ['a decision that does not exist', (data) => ({ ...data, decision: 'ennobled' })],
    ['a reason of 20,000 characters', (data) => ({ ...data, reason: 'x'.repeat(20_001) })],
    ['a reason that is just too long', (data) => ({ ...data, reason: 'x'.repeat(1_001) })],
  ])('%s', async (_name, forge) => {
    await using started = await startedService();
    const { channel, tess } = await innovationTeam(started.teams);
    await sharesIdea(started.teams.person('Ann Sample'));
    const card = await channel.as(tess).messageSaying('one form');
    const form = (await card.card.press('Decide')).card;
    form.fill({ Decision: 'Decline', Reason: 'Sample reason' });
    const outcome = await form.tamper(forge).press('Decide');
    expect(outcome.kind).not.toBe('failed');
    const { documents } = await started.store.query(submissions, started.teams.tenantId, { limit: 10 });
    expect(documents.map(({ body }) => body.state)).toEqual(['received']);
  });

  test('an idea that does not exist', async () => {
    await using started = await startedService();
    const { channel, tess } = await innovationTeam(started.teams);
    await sharesIdea(started.teams.person('Ann Sample'));
    const card = await channel.as(tess).messageSaying('one form');
    const outcome = await card.card
      .tamper((data) => ({ ...data, about: { idea: 'ZZZZZZ' } }))
      .press('Take it');
    expect(outcome.text()).toContain('not in the store any more');
  });
});

test('an invoke that nobody knows is answered with 501', async () => {
  await using started = await startedService();
  const activity = await anActivity(started);
  const answer = await post(
    started,
    JSON.stringify({ ...activity, type: 'invoke', name: 'signin/verifyState' }),
  );
  expect(answer.status).toBe(501);
});

test.each([{}, { action: {} }, { action: { data: null } }, null, 'text', []])(
  'a card action with the value %j is answered in words',
  async (value) => {
    await using started = await startedService();
    const activity = await anActivity(started);
    const body = JSON.stringify({ ...activity, type: 'invoke', name: 'adaptiveCard/action', value });
    const answer = await post(started, body);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      statusCode: 200,
      value: expect.stringContaining('earlier version'),
    });
  },
);

test('hostile text is shown as it was typed and nothing else', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const hostile = '**bold** [here](https://evil.example) <at>Tess Sample</at> ${1+1} %{help.heading}';
  await sharesIdea(started.teams.person('Ann Sample'), { Title: hostile });
  const card = await channel.as(tess).messageSaying('[here]');
  expect(card.text()).toContain(hostile);
  expect(JSON.stringify(card.activity)).not.toContain('"entities"');
  const asMarkdown = /"TextBlock"[^}]*evil\.example/u;
  expect(JSON.stringify(card.activity)).not.toMatch(asMarkdown);
});

test('invisible characters that turn text around are left out', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  const receipt = await sharesIdea(ann, { Title: 'Sample \u202eaedi\u202c\u200b idea' });
  expect(receipt.text()).toContain('Sample aedi idea');
});
