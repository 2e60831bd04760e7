import { expect, test } from '@jest/globals';
import { replyBy } from '../../src/teams/reply.ts';
import { systemClock } from '../../src/time/clock.ts';
import { recordedTelemetry } from '../store/recorded-telemetry.ts';
import { cards, overHttp } from './over-http.ts';
import { sampleActivity } from './sample-activity.ts';
import { answerLost, refusals, takenBut, throttled } from './simulator/faults.ts';

async function aChat() {
  const { teams, connectors } = await overHttp();
  const telemetry = recordedTelemetry();
  const ann = teams.person('Ann Sample').hasAppSilently();
  const reply = replyBy({ connectors, cards, telemetry, clock: systemClock });
  const activity = sampleActivity({
    serviceUrl: teams.connector.serviceUrl,
    conversation: { id: ann.chat.id },
  });
  return {
    teams,
    telemetry,
    ann,
    says: (text: string) => reply(activity, { kind: 'text', text }, 'message'),
    [Symbol.asyncDispose]: () => teams[Symbol.asyncDispose](),
  };
}

const posts = (chat: Awaited<ReturnType<typeof aChat>>) =>
  chat.teams.connector.calls.filter(({ kind }) => kind === 'post').length;

test('a reply that Teams throttles is sent again and arrives once', async () => {
  await using chat = await aChat();
  chat.teams.connector.answerNext({ kind: 'post' }, throttled(0));
  await chat.says('Sample reply');
  expect(chat.ann.chat.messages().map((message) => message.text())).toEqual(['Sample reply']);
  expect(posts(chat)).toBe(2);
  expect(chat.telemetry.errors).toEqual([]);
});

test('after three refusals it gives up and says so', async () => {
  await using chat = await aChat();
  chat.teams.connector.answerNext({ kind: 'post' }, throttled(0), 10);
  await chat.says('Sample reply');
  expect(posts(chat)).toBe(3);
  expect(chat.telemetry.errors.map(({ event }) => event)).toEqual(['reply.failed']);
});

test.each([
  ['502 although it was taken', takenBut(refusals.badGateway)],
  ['504 although it was taken', takenBut(refusals.gatewayTimeout)],
  ['a cut line although it was taken', answerLost],
])('a reply is never sent twice: %s', async (_name, fault) => {
  await using chat = await aChat();
  chat.teams.connector.answerNext({ kind: 'post' }, fault);
  await chat.says('Sample reply');
  expect(posts(chat)).toBe(1);
  expect(chat.ann.chat.messages()).toHaveLength(1);
});

test('words are sent as plain text, so that nothing in them is markdown', async () => {
  await using chat = await aChat();
  await chat.says('**Sample** [link](https://example.org)');
  expect(chat.ann.chat.messages()[0]?.activity).toMatchObject({
    textFormat: 'plain',
    text: '**Sample** [link](https://example.org)',
  });
});
