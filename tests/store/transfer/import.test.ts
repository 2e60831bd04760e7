import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { exportStore } from '../../../src/store/transfer-export.ts';
import { importStore } from '../../../src/store/transfer-import.ts';
import { TransferFault } from '../../../src/store/transfer-line.ts';
import { manualClock } from '../manual-clock.ts';
import { memoryStore } from '../memory-store.ts';
import { sample, samples, samplesVersion1 } from '../sample-collection.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { both, contents, fill, others } from './filled-store.ts';

const folder = temporaryFolder();
const file = join(folder, 'all.jsonl');
const clock = manualClock();
const source = memoryStore(clock);

beforeAll(async () => {
  await fill(source);
  await exportStore({ store: source, collections: both, file, onProgress: () => {} });
});

const imported = (store: DocumentStore, more: Partial<Parameters<typeof importStore>[0]> = {}) =>
  importStore({
    store,
    collections: both,
    file,
    clock,
    arrive: (_, body) => body,
    onProgress: () => {},
    ...more,
  });

function fileOf(name: string, lines: readonly string[]): { file: string } {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return { file: path };
}

const documentLine = (more: object = {}) =>
  JSON.stringify({
    collection: 'samples',
    partition: 'p',
    id: 'a',
    schemaVersion: 2,
    body: sample('a'),
    ...more,
  });

test('an import brings everything into an empty store, and again changes nothing', async () => {
  const store = memoryStore(clock);
  const counts = { inFile: 250, expired: 0, inStore: 250, complete: true };
  expect((await imported(store))[0]).toEqual({
    collection: 'samples',
    created: 250,
    alreadyThere: 0,
    ...counts,
  });
  expect(await contents(store)).toEqual(await contents(source));
  expect((await imported(store))[0]).toEqual({
    collection: 'samples',
    created: 0,
    alreadyThere: 250,
    ...counts,
  });
  expect(await contents(store)).toEqual(await contents(source));
});

test('an import that was stopped half-way is repeated', async () => {
  const store = memoryStore(clock);
  const stop = (done: number) => {
    if (done >= 150) throw new Error('stopped');
  };
  await expect(imported(store, { onProgress: stop })).rejects.toThrow('stopped');
  const [result] = await imported(store);
  expect(result?.created).toBeLessThan(250);
  expect(result?.complete).toBe(true);
  expect(await contents(store)).toEqual(await contents(source));
});

test('what stands in the store stays', async () => {
  const store = memoryStore(clock);
  await store.create(samples, 'one', { id: 'd1', body: sample('stood here') });
  expect((await imported(store))[0]).toMatchObject({ created: 249, alreadyThere: 1, complete: true });
  expect((await store.get(samples, 'one', 'd1'))?.body).toEqual(sample('stood here'));
});

test('documents of an older schema version are upgraded, and expired ones left out', async () => {
  const store = memoryStore(clock);
  const old = memoryStore(clock);
  await old.create(samplesVersion1, 'p', { id: 'old', body: { heading: 'Sample: old' } });
  const expiresAt = new Date(clock.now().getTime() + 1000).toISOString();
  await old.create(samples, 'p', { id: 'short', body: sample('short', { expiresAt }) });
  const path = join(folder, 'old.jsonl');
  await exportStore({ store: old, collections: both, file: path, onProgress: () => {} });
  const later = manualClock(expiresAt);
  expect((await imported(store, { file: path, clock: later }))[0]).toMatchObject({
    inFile: 2,
    created: 1,
    expired: 1,
    complete: true,
  });
  expect(await contents(store)).toEqual([
    [{ partition: 'p', id: 'old', schemaVersion: 2, body: sample('old') }],
    [],
  ]);
});

test('documents arrive with the body that the caller gives them', async () => {
  const store = memoryStore(clock);
  await imported(store, {
    arrive: (collection, body) => (collection.name === 'others' ? { ...body, state: 'closed' } : body),
  });
  expect(await store.count(samples, 'one', { state: 'closed' })).toBe(0);
  expect(await store.count(others, 'one', { state: 'closed' })).toBe(3);
});

test('an import tells when the store ends up with less than the file', async () => {
  const store = memoryStore(clock);
  const forgetful = { ...store, createMany: async () => [] };
  expect((await imported(forgetful))[0]).toMatchObject({ inFile: 250, inStore: 0, complete: false });
});

test.each<[what: string, lines: readonly string[], message: string]>([
  ['is not JSON', [documentLine(), '{"collection": "samp'], 'Line 2 is not JSON'],
  ['is something else', [documentLine(), documentLine({ id: 'b' }), '{"a":1}'], 'Line 3 holds neither'],
  ['is of an unknown collection', [documentLine({ collection: 'gone' })], 'Line 1 is of the collection gone'],
  [
    'does not fit its schema',
    [documentLine({ body: { title: 7 } })],
    'Line 1: samples/a does not fit its schema',
  ],
  [
    'is newer than the service',
    [documentLine({ schemaVersion: 3 })],
    'Line 1: samples/a has schema version 3',
  ],
  ['has an impossible id', [documentLine({ id: '' })], 'Line 1: samples: an id must be'],
  [
    'is missing',
    [documentLine(), '{"end":{"samples":2}}'],
    'holds 1 documents of samples, and its end says 2',
  ],
  ['is the last of an unfinished export', [documentLine()], 'The export was not finished'],
  ['follows the end', ['{"end":{"samples":0}}', documentLine()], 'Line 2 stands after the end'],
])('a line that %s is named, and nothing is written', async (what, lines, message) => {
  const store = memoryStore(clock);
  const importing = imported(store, fileOf(`${what}.jsonl`, lines));
  await expect(importing).rejects.toThrow(TransferFault);
  await expect(importing).rejects.toThrow(message);
  expect(await contents(store)).toEqual([[], []]);
});

test('each document stands on one line for every kind of reader', () => {
  expect(readFileSync(file, 'utf8')).not.toMatch(/[\r\u2028\u2029]/);
});
