import { afterEach, expect, test } from '@jest/globals';
import { type SearchThread, searchThread } from '../../../src/ideas/evidence/search-thread.ts';
import { recordedTelemetry } from '../../store/recorded-telemetry.ts';

const shelf = 'sample-tenant/ideas';
const texts = [
  { id: 'solar', text: 'Solar panels on the depot roof to charge the electric vans' },
  { id: 'mould', text: 'Sensors in flats warn of damp and mould' },
];
const sought = 'Charge vans by solar panels';

let search: SearchThread | undefined;
afterEach(() => search?.stop());

function started(program?: URL, withinMs = 10_000): SearchThread {
  search = searchThread(recordedTelemetry(), withinMs, program);
  search.revive();
  search.add(shelf, texts);
  return search;
}

test('what was added is found on its own shelf alone', async () => {
  const thread = started();
  expect((await thread.find(shelf, sought, 3)).map(({ id }) => id)).toEqual(['solar']);
  expect(await thread.find('another-tenant/ideas', sought, 3)).toEqual([]);
  thread.remove(shelf, 'solar');
  expect(await thread.find(shelf, sought, 3)).toEqual([]);
});

test('a thread that died finds nothing, and is started anew, empty', async () => {
  const thread = started(new URL('./dying-search.js', import.meta.url));
  expect(await thread.find(shelf, sought, 3)).toEqual([]);
  expect(await thread.find(shelf, sought, 3)).toEqual([]);
  expect(thread.revive()).toBe(true);
  expect(thread.revive()).toBe(false);
});

test('a thread that does not answer is not waited for', async () => {
  const thread = started(new URL('./silent-search.js', import.meta.url), 50);
  expect(await thread.find(shelf, sought, 3)).toEqual([]);
});

test('where none runs, nothing is found', async () => {
  const thread = started();
  await thread.stop();
  expect(await thread.find(shelf, sought, 3)).toEqual([]);
});
