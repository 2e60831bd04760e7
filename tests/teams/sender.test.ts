import { expect, test } from '@jest/globals';
import { teamsSender } from '../../src/teams/sender.ts';
import { systemClock } from '../../src/time/clock.ts';
import { cards, overHttp } from './over-http.ts';
import { answerLost, refusals, throttled } from './simulator/faults.ts';

const view = { card: 'ideas/invite', data: {}, summary: 'Sample summary' };

async function aSender({ trusted = true } = {}) {
  const { teams, connectors } = await overHttp();
  const ann = teams.person('Ann Sample').hasAppSilently();
  const { tenantId } = teams;
  const address = { tenantId, serviceUrl: teams.connector.serviceUrl, conversationId: ann.chat.id };
  const parts = { connectors, cards, surface: 'message', clock: systemClock, appId: 'app' } as const;
  return {
    teams,
    ann,
    address,
    sender: teamsSender({ ...parts, isTrusted: () => trusted }),
    [Symbol.asyncDispose]: () => teams[Symbol.asyncDispose](),
  };
}

test('a card is posted with its summary and redrawn in place', async () => {
  await using its = await aSender();
  const posted = await its.sender.post(its.address, view, 'sample key');
  if (posted.kind !== 'sent') throw new Error(posted.kind);
  const [message] = its.ann.chat.messages();
  expect(posted).toEqual({ kind: 'sent', conversationId: its.ann.chat.id, activityId: message?.id });
  expect(message?.summary).toBe('Sample summary');
  expect(await its.sender.update(its.address, posted, { ...view, summary: 'Sample again' })).toEqual(posted);
  expect(its.ann.chat.messages().map(({ summary }) => summary)).toEqual(['Sample again']);
});

test('a 1:1 chat is opened without posting anything into it', async () => {
  await using its = await aSender();
  const address = { ...its.address, memberId: its.ann.entry.teamsId };
  expect(await its.sender.open(address)).toEqual({
    kind: 'sent',
    conversationId: its.ann.chat.id,
    activityId: '',
  });
  expect(its.ann.chat.messages()).toEqual([]);
  expect(its.teams.connector.calls).toMatchObject([
    { kind: 'open', opening: { tenantId: its.teams.tenantId } },
  ]);
});

test.each([
  ['a throttled call', throttled(3), { kind: 'later', throttled: true, afterMs: 3_000 }],
  ['a bad gateway', refusals.badGateway, { kind: 'unclear' }],
  ['an unavailable service', refusals.unavailable, { kind: 'later', throttled: false }],
  ['a server error', refusals.serverError, { kind: 'unclear' }],
  ['a lost answer', answerLost, { kind: 'unclear' }],
  [
    'a chat that blocks the bot',
    refusals.writesBlocked,
    { kind: 'unreachable', reason: /MessageWritesBlocked/u },
  ],
  ['a message that is gone', refusals.activityNotFound, { kind: 'messageGone' }],
  ['a card that is too big', refusals.tooBig, { kind: 'refused' }],
])('%s is one attempt, told for what it is', async (_name, fault, result) => {
  await using its = await aSender();
  its.teams.connector.answerNext({}, fault, 5);
  const { reason, ...rest } = { reason: undefined, ...result };
  const told = await its.sender.post(its.address, view, 'sample key');
  expect(told).toMatchObject(rest);
  if (reason) expect('reason' in told ? told.reason : '').toMatch(reason);
  expect(its.teams.connector.calls).toHaveLength(1);
});

test('nothing is sent to a host that is not trusted', async () => {
  await using its = await aSender({ trusted: false });
  expect(await its.sender.post(its.address, view, 'sample key')).toMatchObject({ kind: 'refused' });
  expect(its.teams.connector.calls).toEqual([]);
});
