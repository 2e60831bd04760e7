import { sendEditions } from '../../../src/digests/edition-delivery.ts';
import { editions } from '../../../src/digests/model.ts';
import type { DigestParts } from '../../../src/digests/parts.ts';
import { buckets } from '../../../src/outbox/bucket.ts';
import { deliveries } from '../../../src/outbox/delivery.ts';
import { relayDocument } from '../../../src/outbox/relay.ts';
import { everyDocument } from '../../../src/store/every-document.ts';
import { tenantId } from '../sample-reading.ts';

/** Has the events of editions heard that wait. */
export async function hearEditions(parts: DigestParts): Promise<void> {
  const relay = { ...parts, listeners: [sendEditions(parts)], planned: () => {}, heard: async () => {} };
  const { documents } = await parts.store.query(editions, tenantId, {
    where: { eventsPending: true },
    limit: 1_000,
  });
  for (const { id } of documents) await relayDocument(relay, editions, tenantId, id);
}

/** Which edition is on its way under each delivery's key. */
export async function onTheirWay({ store }: DigestParts): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const bucket of buckets)
    for await (const { body } of everyDocument(store, deliveries, bucket, { limit: 1_000 }))
      found.set(body.key, body.about.edition ?? '');
  return new Map([...found].toSorted());
}
