import { expect, test } from '@jest/globals';
import type { TeamDirectory } from '../../src/bot/team-directory.ts';
import { knownChannels } from '../../src/people/channels.ts';
import { noteInstalled, noteRemoved } from '../../src/people/known-places.ts';
import { placeDocumentId } from '../../src/people/model.ts';
import { memoryStore } from '../store/memory-store.ts';

const tenantId = 'sample-tenant';
const now = new Date('2027-03-22T10:00:00Z');

const channel = (id: string, teamId: string) =>
  ({ kind: 'channel', id, serviceUrl: 'https://sample.example/', teamId }) as const;

const directoryOf = (names: Readonly<Record<string, readonly string[]>>): TeamDirectory => ({
  namesOf: async ({ teamId }) => {
    const channels = names[teamId];
    return (
      channels && { name: `Team ${teamId}`, channels: channels.map((id) => ({ id, name: `Channel ${id}` })) }
    );
  },
});

async function placesOf(...places: readonly (readonly [id: string, teamId: string])[]) {
  const store = memoryStore();
  for (const [id, teamId] of places)
    await noteInstalled(store, { tenantId, conversation: channel(id, teamId), now }, undefined);
  const personal = { kind: 'personal', id: 'a-chat', serviceUrl: 'https://sample.example/' } as const;
  await noteInstalled(store, { tenantId, conversation: personal, now }, undefined);
  return store;
}

const idsOf = (channels: readonly { placeId: string }[]) => channels.map(({ placeId }) => placeId);

test('the channels of a team are those that Teams lists, heard from or not, but none that is gone', async () => {
  const store = await placesOf(['a', 'a'], ['a2', 'a']);
  await noteRemoved(store, tenantId, placeDocumentId('a2'), now);
  const found = await knownChannels(store, directoryOf({ a: ['a', 'a2', 'a3'] }), tenantId);
  expect(idsOf(found)).toEqual(['a', 'a3']);
  expect(found[1]).toMatchObject({ name: 'Channel a3', team: 'Team a', teamId: 'a' });
});

test('a team that the bot was removed from is not asked for', async () => {
  const store = await placesOf(['a', 'a'], ['b', 'b']);
  await noteRemoved(store, tenantId, placeDocumentId('b'), now);
  expect(idsOf(await knownChannels(store, directoryOf({ a: ['a'], b: ['b', 'b2'] }), tenantId))).toEqual([
    'a',
  ]);
});

test('where Teams does not tell, or not in time, what the bot has heard from is there without names', async () => {
  const store = await placesOf(['a', 'a'], ['b', 'b']);
  const { promise } = Promise.withResolvers<undefined>();
  const slow: TeamDirectory = { namesOf: async ({ teamId }) => (teamId === 'a' ? promise : undefined) };
  const found = await knownChannels(store, slow, tenantId);
  expect(found.map(({ placeId, name, team }) => [placeId, name, team]).sort()).toEqual([
    ['a', '', ''],
    ['b', '', ''],
  ]);
});
