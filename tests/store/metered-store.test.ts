import { expect, test } from '@jest/globals';
import { changeDocument } from '../../src/store/change-document.ts';
import { DocumentExists } from '../../src/store/document-store.ts';
import { meteredStore } from '../../src/store/metered-store.ts';
import { memoryStore } from './memory-store.ts';
import { recordedTelemetry } from './recorded-telemetry.ts';
import { sample, samples } from './sample-collection.ts';

test('every call is recorded with its operation, its collection and how it ended', async () => {
  const telemetry = recordedTelemetry();
  const store = meteredStore(memoryStore(), telemetry);
  await store.create(samples, 'p', { id: 'a', body: sample('a') });
  await expect(store.create(samples, 'p', { id: 'a', body: sample('a') })).rejects.toThrow(DocumentExists);
  await changeDocument(store, samples, 'p', 'a', (body) => ({ ...body, rank: 1 }));
  expect((await store.query(samples, 'p', { limit: 1 })).documents).toHaveLength(1);
  expect(await store.count(samples, 'p', {})).toBe(1);
  expect(await store.createMany(samples, 'p', [{ id: 'b', body: sample('b') }])).toMatchObject([{ id: 'b' }]);
  expect(await store.scan(samples, { limit: 1 })).toMatchObject({ total: 2 });
  await store.remove(samples, 'p', 'a');
  await store.ping();
  await store.close();
  expect(
    telemetry.records.map(({ facts }) => [facts?.operation, facts?.collection, facts?.succeeded]),
  ).toEqual([
    ['create', 'samples', true],
    ['create', 'samples', false],
    ['get', 'samples', true],
    ['replace', 'samples', true],
    ['query', 'samples', true],
    ['count', 'samples', true],
    ['createMany', 'samples', true],
    ['scan', 'samples', true],
    ['remove', 'samples', true],
    ['ping', 'none', true],
  ]);
  expect(new Set(telemetry.records.map(({ metric }) => metric))).toEqual(new Set(['store.callMs']));
});
