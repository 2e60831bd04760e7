import { expect, test } from '@jest/globals';
import { teamDirectory } from '../../src/teams/team-directory.ts';
import { overHttp } from './over-http.ts';

test('tells what a team and its channels are called, and remembers it for an hour', async () => {
  const { teams, connectors } = await overHttp();
  await using _ = teams;
  const ann = teams.person('Ann Sample');
  const team = teams.team('Housing').with(ann);
  const channel = team.channel('News');
  team.entry.botInstalled = true;
  let now = new Date('2027-03-22T10:00:00Z');
  const directory = teamDirectory(connectors, { now: () => now });
  const asked = { teamId: team.entry.id, serviceUrl: teams.connector.serviceUrl };
  const names = {
    name: 'Housing',
    channels: [
      { id: team.entry.id, name: '' },
      { id: channel.id, name: 'News' },
    ],
  };
  expect(await directory.namesOf(asked)).toEqual(names);
  team.entry.name = 'Homes';
  expect(await directory.namesOf(asked)).toEqual(names);
  now = new Date('2027-03-22T11:00:01Z');
  expect((await directory.namesOf(asked))?.name).toBe('Homes');
});

test('a team that Teams does not tell of has no names, and is asked for again a minute later', async () => {
  const { teams, connectors } = await overHttp();
  await using _ = teams;
  const team = teams.team('Housing');
  let now = new Date('2027-03-22T10:00:00Z');
  const directory = teamDirectory(connectors, { now: () => now });
  const asked = { teamId: team.entry.id, serviceUrl: teams.connector.serviceUrl };
  expect(await directory.namesOf(asked)).toBeUndefined();
  team.entry.botInstalled = true;
  expect(await directory.namesOf(asked)).toBeUndefined();
  now = new Date('2027-03-22T10:01:01Z');
  expect((await directory.namesOf(asked))?.name).toBe('Housing');
});
