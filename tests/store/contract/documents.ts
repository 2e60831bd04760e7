import { expect, test } from '@jest/globals';
import { DocumentChanged, DocumentExists } from '../../../src/store/document-store.ts';
import type { Subject } from '../document-store.contract.ts';
import { sample, samples } from '../sample-collection.ts';
import { freshPartition } from './partition.ts';

export function documentsContract(subject: () => Subject): void {
  test('a created document is read back with the etag that creating gave', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const created = await store.create(samples, partition, { id: 'a', body: sample('first', { rank: 1 }) });
    expect(created).toEqual({
      id: 'a',
      partition,
      etag: expect.any(String),
      body: sample('first', { rank: 1 }),
    });
    expect(await store.get(samples, partition, 'a')).toEqual(created);
  });

  test('a document that was never written is undefined', async () => {
    const { store } = subject();
    expect(await store.get(samples, freshPartition(), 'a')).toBeUndefined();
  });

  test('a taken id is refused and what stands there stays', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const first = await store.create(samples, partition, { id: 'a', body: sample('first') });
    await expect(store.create(samples, partition, { id: 'a', body: sample('second') })).rejects.toThrow(
      DocumentExists,
    );
    expect(await store.get(samples, partition, 'a')).toEqual(first);
  });

  test('the same id in another partition is another document', async () => {
    const { store } = subject();
    const [here, there] = [freshPartition(), freshPartition()];
    await store.create(samples, here, { id: 'a', body: sample('here') });
    await store.create(samples, there, { id: 'a', body: sample('there') });
    await store.remove(samples, there, 'a');
    expect((await store.get(samples, here, 'a'))?.body).toEqual(sample('here'));
  });

  test('a replaced document has a new body and a new etag', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const first = await store.create(samples, partition, { id: 'a', body: sample('first', { rank: 1 }) });
    const second = await store.replace(samples, first, sample('second'));
    expect(second.etag).not.toBe(first.etag);
    expect(await store.get(samples, partition, 'a')).toEqual({
      ...first,
      etag: second.etag,
      body: sample('second'),
    });
  });

  test('a replacement under an old etag is refused and changes nothing', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const first = await store.create(samples, partition, { id: 'a', body: sample('first') });
    const second = await store.replace(samples, first, sample('second'));
    await expect(store.replace(samples, first, sample('third'))).rejects.toThrow(DocumentChanged);
    expect(await store.get(samples, partition, 'a')).toEqual(second);
  });

  test('of two racing replacements exactly one wins', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const first = await store.create(samples, partition, { id: 'a', body: sample('first') });
    const outcomes = await Promise.allSettled([
      store.replace(samples, first, sample('left')),
      store.replace(samples, first, sample('right')),
    ]);
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(lost).toEqual([expect.any(DocumentChanged)]);
    expect(won).toEqual([await store.get(samples, partition, 'a')]);
  });

  test('a replacement of a removed document is refused, also when the id was taken again since', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const first = await store.create(samples, partition, { id: 'a', body: sample('first') });
    await store.remove(samples, partition, 'a');
    await expect(store.replace(samples, first, sample('again'))).rejects.toThrow(DocumentChanged);
    await store.create(samples, partition, { id: 'a', body: sample('first') });
    await expect(store.replace(samples, first, sample('again'))).rejects.toThrow(DocumentChanged);
  });

  test('removing needs no etag and may be repeated', async () => {
    const { store } = subject();
    const partition = freshPartition();
    await store.create(samples, partition, { id: 'a', body: sample('first') });
    await store.remove(samples, partition, 'a');
    await store.remove(samples, partition, 'a');
    expect(await store.get(samples, partition, 'a')).toBeUndefined();
  });

  test('removing under an etag spares a document that was changed meanwhile', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const first = await store.create(samples, partition, { id: 'a', body: sample('first') });
    const second = await store.replace(samples, first, sample('second'));
    await expect(store.remove(samples, partition, 'a', first.etag)).rejects.toThrow(DocumentChanged);
    expect(await store.get(samples, partition, 'a')).toEqual(second);
    await store.remove(samples, partition, 'a', second.etag);
    await store.remove(samples, partition, 'a', second.etag);
    expect(await store.get(samples, partition, 'a')).toBeUndefined();
  });

  test('creating many leaves what is there and names what it created, in order', async () => {
    const { store } = subject();
    const partition = freshPartition();
    await store.create(samples, partition, { id: 'b', body: sample('old') });
    const documents = ['d', 'b', 'a', 'c'].map((id) => ({ id, body: sample('new') }));
    const created = await store.createMany(samples, partition, documents);
    expect(created.map(({ id }) => id)).toEqual(['d', 'a', 'c']);
    expect(created).toEqual(
      await Promise.all(['d', 'a', 'c'].map((id) => store.get(samples, partition, id))),
    );
    expect((await store.get(samples, partition, 'b'))?.body).toEqual(sample('old'));
    expect((await store.get(samples, partition, 'c'))?.body).toEqual(sample('new'));
    expect(await store.createMany(samples, partition, documents)).toEqual([]);
  });

  test('creating many takes more documents than one request of any engine', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const documents = Array.from({ length: 520 }, (_, n) => ({ id: `d${n}`, body: sample('one of many') }));
    expect(await store.createMany(samples, partition, documents)).toMatchObject(documents);
    expect(await store.count(samples, partition, {})).toBe(520);
  });

  test('a store that can be reached answers a ping', async () => {
    await expect(subject().store.ping()).resolves.toBeUndefined();
  });
}
