import { expect, test } from '@jest/globals';
import { UnknownContinuation } from '../../../src/store/continuation.ts';
import type { ScannedDocument } from '../../../src/store/document-store.ts';
import type { Subject } from '../document-store.contract.ts';
import { sample, samples, samplesVersion1 } from '../sample-collection.ts';
import { freshPartition } from './partition.ts';

export function scansContract(subject: () => Subject): void {
  async function scanned(
    limit: number,
  ): Promise<{ documents: ScannedDocument[]; total: number | undefined }> {
    const documents: ScannedDocument[] = [];
    let total: number | undefined;
    for (let after: string | undefined; ; ) {
      const page = await subject().store.scan(samples, { limit, after });
      expect(page.total === undefined).toBe(after !== undefined);
      total ??= page.total;
      documents.push(...page.documents);
      after = page.continuation;
      if (after === undefined) return { documents, total };
    }
  }

  test('a scan reads all partitions, each document once and as it was written', async () => {
    const { store, clock } = subject();
    const partitions = [freshPartition(), freshPartition(), freshPartition()];
    for (const partition of partitions)
      await store.createMany(
        samples,
        partition,
        ['c', 'a', 'b/b'].map((id) => ({ id, body: sample(id) })),
      );
    await store.create(samplesVersion1, partitions[0] ?? '', { id: 'old', body: { heading: 'Sample: old' } });
    const expiresAt = new Date(clock.now().getTime() + 1000).toISOString();
    await store.create(samples, partitions[0] ?? '', { id: 'short', body: sample('short', { expiresAt }) });
    clock.advance(1000);

    const { documents, total } = await scanned(2);
    expect(total).toBe(documents.length);
    expect(documents.filter(({ partition }) => partitions.includes(partition))).toEqual(
      partitions
        .toSorted()
        .flatMap((partition) => [
          ...['a', 'b/b', 'c'].map((id) => ({ partition, id, schemaVersion: 2, body: sample(id) })),
          ...(partition === partitions[0]
            ? [{ partition, id: 'old', schemaVersion: 1, body: { heading: 'Sample: old' } }]
            : []),
        ]),
    );
    expect(await scanned(1000)).toEqual({ documents, total });
  });

  test('a scan refuses an impossible page and a continuation of another list', async () => {
    const { store } = subject();
    await expect(store.scan(samples, { limit: 0 })).rejects.toThrow(RangeError);
    await expect(store.scan(samples, { limit: 1, after: 'nonsense' })).rejects.toThrow(UnknownContinuation);
  });
}
