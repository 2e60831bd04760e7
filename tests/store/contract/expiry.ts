import { expect, test } from '@jest/globals';
import { DocumentChanged } from '../../../src/store/document-store.ts';
import type { Subject } from '../document-store.contract.ts';
import { sample, samples } from '../sample-collection.ts';
import { freshPartition } from './partition.ts';

const hour = 3_600_000;

export function expiryContract(subject: () => Subject): void {
  const inHours = (hours: number) => new Date(subject().clock.now().getTime() + hours * hour).toISOString();

  test('an expired document is invisible to every read at once', async () => {
    const { store, clock } = subject();
    const partition = freshPartition();
    await store.create(samples, partition, {
      id: 'a',
      body: sample('short', { expiresAt: inHours(1), rank: 1 }),
    });
    await store.create(samples, partition, {
      id: 'b',
      body: sample('long', { expiresAt: inHours(3), rank: 1 }),
    });
    await store.create(samples, partition, { id: 'c', body: sample('for ever', { rank: 1 }) });
    expect(await store.count(samples, partition, {})).toBe(3);
    clock.advance(hour);
    expect(await store.get(samples, partition, 'a')).toBeUndefined();
    expect(await store.count(samples, partition, { rank: 1 })).toBe(2);
    const page = await store.query(samples, partition, { limit: 10 });
    expect(page.documents.map(({ id }) => id)).toEqual(['b', 'c']);
    clock.advance(2 * hour);
    expect(await store.get(samples, partition, 'b')).toBeUndefined();
    expect((await store.get(samples, partition, 'c'))?.id).toBe('c');
  });

  test('the id of an expired document is free again, and its etag is of no more use once it was taken', async () => {
    const { store, clock } = subject();
    const partition = freshPartition();
    const body = sample('short', { expiresAt: inHours(1 / 3600) });
    const first = await store.create(samples, partition, { id: 'a', body });
    const second = await store.create(samples, partition, { id: 'b', body });
    clock.advance(1000);
    await store.create(samples, partition, { id: 'a', body: sample('again') });
    const [again] = await store.createMany(samples, partition, [{ id: 'b', body: sample('again') }]);
    expect(again?.id).toBe('b');
    await expect(store.replace(samples, first, sample('late'))).rejects.toThrow(DocumentChanged);
    await expect(store.replace(samples, second, sample('late'))).rejects.toThrow(DocumentChanged);
    expect((await store.get(samples, partition, 'a'))?.body).toEqual(sample('again'));
    expect((await store.get(samples, partition, 'b'))?.body).toEqual(sample('again'));
  });

  test('a replacement can put the end off, or take it away', async () => {
    const { store, clock } = subject();
    const partition = freshPartition();
    const body = sample('short', { expiresAt: inHours(1) });
    const first = await store.create(samples, partition, { id: 'a', body });
    const second = await store.create(samples, partition, { id: 'b', body });
    await store.replace(samples, first, sample('short', { expiresAt: inHours(2) }));
    await store.replace(samples, second, sample('for ever'));
    clock.advance(1.5 * hour);
    expect(await store.count(samples, partition, {})).toBe(2);
    clock.advance(hour);
    expect(await store.get(samples, partition, 'a')).toBeUndefined();
    expect((await store.get(samples, partition, 'b'))?.body).toEqual(sample('for ever'));
  });
}
