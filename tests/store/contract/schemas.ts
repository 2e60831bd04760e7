import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { defineCollection } from '../../../src/store/collection.ts';
import { UnreadableDocument } from '../../../src/store/document-store.ts';
import { everyDocument } from '../../../src/store/every-document.ts';
import type { Subject } from '../document-store.contract.ts';
import { sample, samples, samplesVersion1 } from '../sample-collection.ts';
import { freshPartition } from './partition.ts';

const anything = defineCollection({ ...samples, schema: z.looseObject({}), upgrade: (body) => body });

export function schemasContract(subject: () => Subject): void {
  test('a document of an older schema version is upgraded when read, and stays upgraded when replaced', async () => {
    const { store } = subject();
    const partition = freshPartition();
    await store.create(samplesVersion1, partition, { id: 'a', body: { heading: 'Sample: old' } });
    const read = await store.get(samples, partition, 'a');
    expect(read?.body).toEqual(sample('old'));
    const page = await store.query(samples, partition, { limit: 1 });
    expect(page.documents).toEqual([read]);
    if (read) await store.replace(samples, read, read.body);
    expect((await store.get(samples, partition, 'a'))?.body).toEqual(sample('old'));
  });

  test('a document of a newer schema version is not read by an older service', async () => {
    const { store } = subject();
    const partition = freshPartition();
    await store.create(samples, partition, { id: 'a', body: sample('new') });
    await expect(store.get(samplesVersion1, partition, 'a')).rejects.toThrow(
      /samples\/a has schema version 2; this service knows 1/,
    );
  });

  test('a document that does not fit its schema is named, without its content', async () => {
    const { store } = subject();
    const partition = freshPartition();
    await store.create(anything, partition, { id: 'a', body: { title: 'Sample: fine', state: 'secret' } });
    const reading = store.get(samples, partition, 'a');
    await expect(reading).rejects.toThrow(UnreadableDocument);
    await expect(reading).rejects.toThrow(/samples\/a .*state/);
    await expect(reading).rejects.not.toThrow(/secret/);
    await expect(store.query(samples, partition, { limit: 1 })).rejects.toThrow(UnreadableDocument);
  });

  test('a query that is told of what it cannot read goes on past it', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const wrong = { title: 'Sample: wrong', state: 'none such' };
    await store.create(samples, partition, { id: 'a', body: sample('first') });
    await store.create(anything, partition, { id: 'b', body: wrong });
    await store.create(samples, partition, { id: 'c', body: sample('last') });
    const told: string[] = [];
    const found: string[] = [];
    const onUnreadable = ({ message }: UnreadableDocument) => told.push(message);
    for await (const { id } of everyDocument(store, samples, partition, { limit: 1, onUnreadable }))
      found.push(id);
    expect(found).toEqual(['a', 'c']);
    expect(told).toEqual([expect.stringMatching(/samples\/b .*state/)]);
  });

  test('an upgrade that fails names the document', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const older = { ...anything, schemaVersion: 1 };
    await store.create(older, partition, { id: 'a', body: { heading: 7 } });
    await expect(store.get(samples, partition, 'a')).rejects.toThrow(
      /samples\/a could not be brought from schema version 1 to 2/,
    );
  });

  test('what could not be read again is not written', async () => {
    const { store } = subject();
    const partition = freshPartition();
    const strict = { ...samples, schema: samples.schema.refine(({ rank }) => rank !== 13) };
    const body = sample('unlucky', { rank: 13 });
    await expect(store.create(strict, partition, { id: 'a', body })).rejects.toThrow(UnreadableDocument);
    expect(await store.get(samples, partition, 'a')).toBeUndefined();
  });

  test('what the schema does not know is not handed on', async () => {
    const { store } = subject();
    const partition = freshPartition();
    await store.create(anything, partition, { id: 'a', body: { title: 'Sample: more', extra: 1 } });
    expect((await store.get(samples, partition, 'a'))?.body).toEqual(sample('more'));
  });
}
