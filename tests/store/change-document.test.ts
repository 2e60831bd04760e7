import { expect, test } from '@jest/globals';
import { changeDocument } from '../../src/store/change-document.ts';
import { DocumentChanged } from '../../src/store/document-store.ts';
import { memoryStore } from './memory-store.ts';
import { sample, samples } from './sample-collection.ts';

async function storeWithOne() {
  const store = memoryStore();
  const created = await store.create(samples, 'p', { id: 'a', body: sample('a', { rank: 0 }) });
  return { store, created };
}

test('the change is written and the document returned as it now stands', async () => {
  const { store, created } = await storeWithOne();
  const changed = await changeDocument(store, samples, 'p', 'a', (body) => ({ ...body, rank: 1 }));
  expect(changed?.body).toEqual(sample('a', { rank: 1 }));
  expect(changed?.etag).not.toBe(created.etag);
  expect(await store.get(samples, 'p', 'a')).toEqual(changed);
});

test('a document that is not there is not changed', async () => {
  const { store } = await storeWithOne();
  expect(await changeDocument(store, samples, 'p', 'b', (body) => body)).toBeUndefined();
});

test('a change that wants nothing writes nothing', async () => {
  const { store, created } = await storeWithOne();
  expect(await changeDocument(store, samples, 'p', 'a', () => undefined)).toEqual(created);
  expect(await store.get(samples, 'p', 'a')).toEqual(created);
});

test('changes that race are all made, one upon the other', async () => {
  const { store } = await storeWithOne();
  const increment = () =>
    changeDocument(store, samples, 'p', 'a', (body) => ({ ...body, rank: (body.rank ?? 0) + 1 }));
  await Promise.all([increment(), increment(), increment(), increment(), increment()]);
  expect((await store.get(samples, 'p', 'a'))?.body.rank).toBe(5);
});

test('after eight lost races it gives up', async () => {
  const { store } = await storeWithOne();
  let asked = 0;
  const rival = {
    ...store,
    get: store.get,
    replace: () => Promise.reject(new DocumentChanged('samples', 'a')),
  };
  const change = changeDocument(rival, samples, 'p', 'a', (body) => {
    asked++;
    return { ...body };
  });
  await expect(change).rejects.toThrow(DocumentChanged);
  expect(asked).toBe(8);
});

test('what the change throws comes through, and nothing is written', async () => {
  const { store, created } = await storeWithOne();
  const change = changeDocument(store, samples, 'p', 'a', () => {
    throw new RangeError('not allowed');
  });
  await expect(change).rejects.toThrow('not allowed');
  expect(await store.get(samples, 'p', 'a')).toEqual(created);
});
