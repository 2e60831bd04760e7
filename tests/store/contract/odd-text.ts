import { expect, test } from '@jest/globals';
import type { Subject } from '../document-store.contract.ts';
import { sample, samples } from '../sample-collection.ts';
import { freshPartition } from './partition.ts';

const oddIds = [
  'submissions/K7Q2MX/3',
  'a\\b',
  'a?b',
  'a#b',
  'a%2Fb',
  'a b ',
  '..',
  '.',
  '~YS9i',
  '19:abc@thread.tacv2',
  'Ünïcode ✓ 🦊',
  'quote\'s " both',
  'A',
  'a',
  'x'.repeat(512),
];

export function oddTextContract(subject: () => Subject): void {
  test('ids of any characters are documents of their own', async () => {
    const { store } = subject();
    const partition = freshPartition();
    for (const id of oddIds) await store.create(samples, partition, { id, body: sample(id) });
    for (const id of oddIds) {
      expect(await store.get(samples, partition, id)).toMatchObject({ id, partition, body: sample(id) });
    }
    expect(await store.get(samples, partition, 'a?c')).toBeUndefined();
    const page = await store.query(samples, partition, { limit: 100 });
    expect(page.documents.map(({ id }) => id).toSorted()).toEqual(oddIds.toSorted());
    for (const id of oddIds) await store.remove(samples, partition, id);
    expect(await store.count(samples, partition, {})).toBe(0);
  });

  test('partitions of any characters are kept apart', async () => {
    const { store } = subject();
    const base = freshPartition();
    const partitions = oddIds.slice(0, -1).map((text) => `${base}${text}`);
    for (const partition of partitions)
      await store.create(samples, partition, { id: 'a', body: sample(partition) });
    for (const partition of partitions) {
      expect((await store.get(samples, partition, 'a'))?.body).toEqual(sample(partition));
      expect((await store.query(samples, partition, { limit: 10 })).documents).toHaveLength(1);
    }
  });

  test.each([
    ['empty', ''],
    ['longer than 512 bytes', 'ü'.repeat(257)],
    ['with a control character', 'a\u0000b'],
    ['with half a character', 'a\ud800'],
  ])('a key that is %s is refused, and looking for it finds nothing', async (_, id) => {
    const { store } = subject();
    await expect(store.create(samples, freshPartition(), { id, body: sample('a') })).rejects.toThrow(
      RangeError,
    );
    await expect(store.create(samples, id, { id: 'a', body: sample('a') })).rejects.toThrow(RangeError);
    expect(await store.get(samples, freshPartition(), id)).toBeUndefined();
    expect(await store.get(samples, id, 'a')).toBeUndefined();
    await store.remove(samples, freshPartition(), id);
  });

  test('text comes back as it went in', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const title = 'Line\nbreak\ttab "quotes" \\ / \u0000 \u2028 ключ 鍵 🗝️ é e\u0301 \u0024{x} $$ <b> %';
    await store.create(samples, partition, { id: 'a', body: sample(title, { at: title }) });
    expect((await store.get(samples, partition, 'a'))?.body).toEqual(sample(title, { at: title }));
    expect(await store.count(samples, partition, { at: title })).toBe(1);
  });

  test('a document of one megabyte is stored, and one too large for Cosmos DB is refused', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const large = sample('x'.repeat(1_000_000));
    const created = await store.create(samples, partition, { id: 'a', body: large });
    await store.replace(samples, created, large);
    expect((await store.get(samples, partition, 'a'))?.body).toEqual(large);
    const tooLarge = { id: 'b', body: sample('ü'.repeat(1_000_000)) };
    await expect(store.create(samples, partition, tooLarge)).rejects.toThrow(RangeError);
    await expect(store.createMany(samples, partition, [tooLarge])).rejects.toThrow(RangeError);
  });
}
