import { expect, test } from '@jest/globals';
import { RosterUnavailable } from '../../src/bot/roster.ts';
import { teamRoster } from '../../src/teams/team-roster.ts';
import { manualClock } from '../store/manual-clock.ts';
import { overHttp } from './over-http.ts';
import { refusals } from './simulator/faults.ts';
import type { Person } from './simulator/person.ts';

async function aTeam() {
  const { teams, connectors } = await overHttp();
  const clock = manualClock();
  const tess = teams.person('Tess Sample');
  const team = teams.team('Innovation').with(tess);
  team.entry.botInstalled = true;
  const roster = teamRoster(connectors, clock);
  return {
    teams,
    team,
    tess,
    clock,
    isMember: (person: Person) =>
      roster.isMember(
        { teamId: team.entry.id, serviceUrl: teams.connector.serviceUrl },
        {
          tenantId: teams.tenantId,
          personId: person.objectId,
          name: person.name,
          teamsUserId: person.entry.teamsId,
        },
      ),
    asked: () => teams.connector.calls.filter(({ kind }) => kind === 'member').length,
    [Symbol.asyncDispose]: () => teams[Symbol.asyncDispose](),
  };
}

test('members are told from others, and each is asked for once in five minutes', async () => {
  await using its = await aTeam();
  const eve = its.teams.person('Eve Sample');
  for (let n = 0; n < 2; n++) {
    expect(await its.isMember(its.tess)).toBe(true);
    expect(await its.isMember(eve)).toBe(false);
  }
  expect(its.asked()).toBe(2);
  its.team.entry.members.delete(its.tess.entry);
  its.clock.advance(5 * 60_000 - 1);
  expect(await its.isMember(its.tess)).toBe(true);
  its.clock.advance(1);
  expect(await its.isMember(its.tess)).toBe(false);
});

test('when Teams gives no clear answer nobody is allowed or refused, and the next time it is asked again', async () => {
  await using its = await aTeam();
  for (const refusal of [refusals.serverError, refusals.notInRoster, refusals.unavailable]) {
    its.teams.connector.answerNext({ kind: 'member' }, refusal);
    await expect(its.isMember(its.tess)).rejects.toThrow(RosterUnavailable);
  }
  expect(await its.isMember(its.tess)).toBe(true);
});

test('a member under another object id than the one who acts is none', async () => {
  await using its = await aTeam();
  const twin = its.teams.person('Twin Sample');
  const asTess = { ...twin.entry, teamsId: its.tess.entry.teamsId };
  expect(await its.isMember(Object.assign(twin, { entry: asTess }))).toBe(false);
});
