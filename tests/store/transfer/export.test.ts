import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { exportStore } from '../../../src/store/transfer-export.ts';
import { memoryStore } from '../memory-store.ts';
import { sample, samples, samplesVersion1 } from '../sample-collection.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { both, fill } from './filled-store.ts';

const folder = temporaryFolder();

const exported = (store: DocumentStore, file: string, onProgress: (done: number) => void = () => {}) =>
  exportStore({ store, collections: both, file, onProgress });

async function filledStore(): Promise<DocumentStore> {
  const store = memoryStore();
  await fill(store);
  return store;
}

test('an export has a line for each document, as it was written, and ends with the counts', async () => {
  const store = memoryStore();
  await store.create(samples, 'p', { id: 'a/b', body: sample('a') });
  await store.create(samplesVersion1, 'p', { id: 'old', body: { heading: 'Sample: old' } });
  const file = join(folder, 'small.jsonl');
  expect(await exported(store, file)).toEqual([
    { collection: 'samples', inFile: 2, inStore: 2 },
    { collection: 'others', inFile: 0, inStore: 0 },
  ]);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { collection: 'samples', partition: 'p', id: 'a/b', schemaVersion: 2, body: sample('a') },
    { collection: 'samples', partition: 'p', id: 'old', schemaVersion: 1, body: { heading: 'Sample: old' } },
    { end: { samples: 2, others: 0 } },
  ]);
});

test('an export is for its owner alone', async () => {
  const file = join(folder, 'private.jsonl');
  await exported(memoryStore(), file);
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
});

test('an export that was cut off anywhere goes on to the same file', async () => {
  const store = await filledStore();
  const file = join(folder, 'cut.jsonl');
  await exported(store, file);
  const whole = readFileSync(file, 'utf8');
  const { size } = statSync(file);
  const lastDocument = whole.lastIndexOf('\n{"end"') + 1;
  for (const length of [
    0,
    1,
    100,
    Math.floor(size / 2),
    size - 3000,
    Buffer.byteLength(whole.slice(0, lastDocument)),
    size - 1,
  ]) {
    truncateSync(file, length);
    await exported(store, file);
    expect(readFileSync(file, 'utf8') === whole).toBe(true);
  }
});

test('an export whose process ends half-way is gone on with', async () => {
  const store = await filledStore();
  const file = join(folder, 'stopped.jsonl');
  const stopAt = (documents: number) => (done: number) => {
    if (done >= documents) throw new Error('stopped');
  };
  await expect(exported(store, file, stopAt(100))).rejects.toThrow('stopped');
  const progress: number[] = [];
  expect(await exported(store, file, (done) => progress.push(done))).toEqual([
    { collection: 'samples', inFile: 250, inStore: 250 },
    { collection: 'others', inFile: 3, inStore: 3 },
  ]);
  expect(progress[0]).toBe(100);
  expect(progress.at(-1)).toBe(253);
});

test('an export tells when documents came meanwhile', async () => {
  const store = await filledStore();
  let came = false;
  const counts = await exported(store, join(folder, 'came.jsonl'), (done) => {
    if (done < 200 || came) return;
    came = true;
    void store.create(samples, 'a partition before', { id: 'new', body: sample('new') });
  });
  expect(counts[0]).toEqual({ collection: 'samples', inFile: 250, inStore: 251 });
});

test('a finished export, another file and an unknown collection are not written on', async () => {
  const store = memoryStore();
  const file = join(folder, 'finished.jsonl');
  await exported(store, file);
  await expect(exported(store, file)).rejects.toThrow(/finished\.jsonl is a finished export/);

  const other = join(folder, 'other.txt');
  for (const [text, message] of [
    ['first\nsecond', 'Line 1 is not JSON'],
    ['first', 'The file is no export'],
  ] as const) {
    writeFileSync(other, text);
    await expect(exported(store, other)).rejects.toThrow(message);
    expect(readFileSync(other, 'utf8')).toBe(text);
  }

  const foreign = join(folder, 'foreign.jsonl');
  appendFileSync(foreign, '{"collection":"gone","partition":"p","id":"a","schemaVersion":1,"body":{}}\n');
  await expect(exported(store, foreign)).rejects.toThrow(
    /a document of gone, which this service does not know/,
  );
});
