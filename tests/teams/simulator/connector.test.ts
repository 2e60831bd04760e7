import { describe, expect, test } from '@jest/globals';
import { answerLost, refusals, silence, takenBut, throttled } from './faults.ts';
import { type JsonObject, objectIn } from './json.ts';
import { startTeams, type Teams } from './teams.ts';
import { until } from './until.ts';

const text = (words: string): JsonObject => ({ type: 'message', text: words });

/** A call of a bot, which needs no more than fetch. */
async function call(teams: Teams, method: string, path: string, body?: object) {
  const response = await fetch(`${teams.connector.serviceUrl}v3/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, retryAfter: response.headers.get('Retry-After'), answer };
}

const post = (teams: Teams, conversation: string, activity: JsonObject) =>
  call(teams, 'POST', `conversations/${encodeURIComponent(conversation)}/activities`, activity);

const open = (teams: Teams, member: string, tenantId = teams.tenantId) =>
  call(teams, 'POST', 'conversations', {
    members: [{ id: member }],
    channelData: { tenant: { id: tenantId } },
  });

describe('the connector serves what Teams serves', () => {
  test('a posted message can be read, edited and taken back, and its former state is kept', async () => {
    await using teams = await startTeams();
    const ann = teams.person('Sample Ann').hasAppSilently();
    const { answer, status } = await post(teams, ann.chat.id, text('First'));
    expect(status).toBe(201);
    const message = await ann.chat.nextMessage();
    expect(answer).toEqual({ id: message.id });

    const path = `conversations/${encodeURIComponent(ann.chat.id)}/activities/${message.id}`;
    expect((await call(teams, 'PUT', path, text('Second'))).status).toBe(200);
    expect([message.text(), message.edits]).toEqual(['Second', 1]);

    await call(teams, 'DELETE', path);
    expect(ann.chat.messages()).toHaveLength(0);
    expect(await call(teams, 'PUT', path, text('Third'))).toMatchObject({
      status: 404,
      answer: { error: { code: 'ActivityNotFoundInConversation' } },
    });
  });

  test('a new thread of a channel gets a conversation id with the message in it, a reply goes below', async () => {
    await using teams = await startTeams();
    const ann = teams.person('Sample Ann');
    const team = teams.team('Sample team').with(ann);
    team.entry.botInstalled = true;
    const channel = team.channel('Ideas');

    const opening = { isGroup: true, channelData: { channel: { id: channel.id } }, activity: text('Root') };
    const { answer } = await call(teams, 'POST', 'conversations', opening);
    const root = await channel.as(ann).nextMessage();
    expect(answer).toEqual({ id: `${channel.id};messageid=${root.id}`, activityId: root.id });

    await post(teams, `${channel.id};messageid=${root.id}`, text('Reply'));
    expect((await channel.as(ann).nextMessage()).thread).toBe(root.id);
    expect(root.thread).toBeUndefined();
  });

  test('the roster comes whole, in pages, and one by one', async () => {
    await using teams = await startTeams();
    const people = ['Ann', 'Ben', 'Cem'].map((name) => teams.person(`Sample ${name}`));
    const team = teams.team('Sample team').with(...people);
    team.entry.botInstalled = true;
    const at = `conversations/${encodeURIComponent(team.general.id)}`;

    expect((await call(teams, 'GET', `${at}/members`)).answer).toHaveLength(3);
    const first = await call(teams, 'GET', `${at}/pagedmembers?pageSize=2`);
    expect(first.answer).toMatchObject({ members: [{ name: 'Sample Ann' }, { name: 'Sample Ben' }] });
    const { continuationToken } = Object(first.answer);
    const last = await call(
      teams,
      'GET',
      `${at}/pagedmembers?pageSize=2&continuationToken=${continuationToken}`,
    );
    expect(last.answer).toEqual({ members: [expect.objectContaining({ name: 'Sample Cem' })] });
    const ben = await call(teams, 'GET', `${at}/members/${people[1]?.objectId}`);
    expect(ben.answer).toMatchObject({ aadObjectId: people[1]?.objectId });
    expect((await call(teams, 'GET', `${at}/members/29:nobody`)).status).toBe(404);
    const about = await call(teams, 'GET', `teams/${encodeURIComponent(team.entry.id)}`);
    expect(about.answer).toMatchObject({ name: 'Sample team', memberCount: 3 });
  });
});

describe('the connector refuses what Teams refuses', () => {
  test('a 1:1 chat by object id with somebody who did not install the app', async () => {
    await using teams = await startTeams();
    const ann = teams.person('Sample Ann');
    teams.team('Sample team').with(ann).entry.botInstalled = true;
    expect(await open(teams, ann.objectId)).toMatchObject({
      status: 403,
      answer: { error: { code: 'ForbiddenOperationException' } },
    });
    ann.hasAppSilently();
    expect(await open(teams, ann.objectId)).toMatchObject({ status: 201, answer: { id: ann.chat.id } });
  });

  test('a 1:1 chat by Teams id without a common team, or in another tenant', async () => {
    await using teams = await startTeams();
    const ann = teams.person('Sample Ann');
    const team = teams.team('Sample team').with(ann);
    expect((await open(teams, ann.entry.teamsId)).status).toBe(403);
    team.entry.botInstalled = true;
    expect((await open(teams, ann.entry.teamsId, 'another-tenant')).status).toBe(400);
    expect((await open(teams, ann.entry.teamsId)).status).toBe(201);
  });

  test('messages to a person who blocked the bot, with JSON inside a string', async () => {
    await using teams = await startTeams();
    const ann = teams.person('Sample Ann').hasAppSilently();
    ann.blocks();
    const { status, answer } = await post(teams, ann.chat.id, text('Hello'));
    expect(status).toBe(403);
    const { errorCode, message } = Object(answer);
    expect([errorCode, JSON.parse(message).subCode]).toEqual([209, 'MessageWritesBlocked']);
  });

  test('messages to a team without the app, and to conversations that are not there', async () => {
    await using teams = await startTeams();
    const team = teams.team('Sample team');
    expect(await post(teams, team.general.id, text('Hello'))).toMatchObject({
      status: 403,
      answer: { error: { code: 'BotNotInConversationRoster' } },
    });
    expect(await post(teams, '19:nowhere@thread.tacv2', text('Hello'))).toMatchObject({
      status: 404,
      answer: { error: { code: 'ConversationNotFound' } },
    });
  });

  test('messages over 100 KB, counted as UTF-16', async () => {
    await using teams = await startTeams();
    const ann = teams.person('Sample Ann').hasAppSilently();
    expect((await post(teams, ann.chat.id, text('x'.repeat(51_000)))).status).toBe(201);
    expect((await post(teams, ann.chat.id, text('x'.repeat(51_300)))).status).toBe(413);
  });

  test('more than seven messages a second to one conversation, when limits are enforced', async () => {
    await using teams = await startTeams();
    const [ann, ben] = [
      teams.person('Sample Ann').hasAppSilently(),
      teams.person('Sample Ben').hasAppSilently(),
    ];
    let now = 0;
    teams.connector.enforceLimits(() => now);
    const statuses = [];
    for (let n = 0; n < 8; n += 1) statuses.push((await post(teams, ann.chat.id, text(`${n}`))).status);
    expect(statuses).toEqual([...Array(7).fill(201), 429]);
    expect((await post(teams, ben.chat.id, text('another conversation'))).status).toBe(201);
    now = 2001;
    expect((await post(teams, ann.chat.id, text('later'))).status).toBe(201);
  });

  test('more than fifty calls a second altogether, when limits are enforced', async () => {
    await using teams = await startTeams();
    const crowd = Array.from({ length: 51 }, (_, n) => teams.person(`Sample ${n}`).hasAppSilently());
    teams.connector.enforceLimits(() => 0);
    const statuses = [];
    for (const person of crowd) statuses.push((await post(teams, person.chat.id, text('Hello'))).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });
});

describe('the connector fails as it is told', () => {
  test('once, only for what matches, with the seconds to wait', async () => {
    await using teams = await startTeams();
    const [ann, ben] = [
      teams.person('Sample Ann').hasAppSilently(),
      teams.person('Sample Ben').hasAppSilently(),
    ];
    teams.connector.answerNext({ kind: 'post', conversation: ann.chat.id }, throttled(3));
    expect((await post(teams, ben.chat.id, text('Hello'))).status).toBe(201);
    expect(await post(teams, ann.chat.id, text('Hello'))).toMatchObject({ status: 429, retryAfter: '3' });
    expect((await post(teams, ann.chat.id, text('Hello'))).status).toBe(201);
  });

  test('by a rule, until it is taken away', async () => {
    await using teams = await startTeams();
    const ann = teams.person('Sample Ann').hasAppSilently();
    const away = teams.connector.rule((one) =>
      one.kind === 'post' ? refusals.preconditionFailed : undefined,
    );
    expect((await post(teams, ann.chat.id, text('Hello'))).status).toBe(412);
    expect((await post(teams, ann.chat.id, text('Hello'))).status).toBe(412);
    away();
    expect((await post(teams, ann.chat.id, text('Hello'))).status).toBe(201);
  });

  test('after it has taken the message: with a status, or with the line cut', async () => {
    await using teams = await startTeams();
    const ann = teams.person('Sample Ann').hasAppSilently();
    teams.connector.answerNext({ kind: 'post' }, takenBut(refusals.badGateway));
    expect((await post(teams, ann.chat.id, text('One'))).status).toBe(502);
    teams.connector.answerNext({ kind: 'post' }, answerLost);
    await expect(post(teams, ann.chat.id, text('Two'))).rejects.toThrow('fetch failed');
    expect(ann.chat.messages().map((message) => message.text())).toEqual(['One', 'Two']);
  });

  test('by saying nothing at all, having taken nothing', async () => {
    await using teams = await startTeams();
    const ann = teams.person('Sample Ann').hasAppSilently();
    teams.connector.answerNext({ kind: 'post' }, silence);
    const unanswered = post(teams, ann.chat.id, text('Hello'));
    const refused = expect(unanswered).rejects.toThrow();
    await until('the call to arrive', () => teams.connector.calls[0]);
    await teams.connector.stop();
    await refused;
    expect(ann.chat.messages()).toEqual([]);
  });

  test('and remembers what was asked of it', async () => {
    await using teams = await startTeams();
    const ann = teams.person('Sample Ann').hasAppSilently();
    await post(teams, ann.chat.id, text('Hello'));
    const [only] = teams.connector.calls;
    expect(only).toMatchObject({ kind: 'post', conversation: ann.chat.id });
    expect(only && 'activity' in only && objectIn({ ...only }, 'activity').text).toBe('Hello');
  });
});
