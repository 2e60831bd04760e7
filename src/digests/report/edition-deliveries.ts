import { bucketOf, buckets } from '../../outbox/bucket.ts';
import { type Delivery, deliveries, deliveryStates, turnOf } from '../../outbox/delivery.ts';
import type { DocumentStore, StoredDocument } from '../../store/document-store.ts';
import { everyPage } from '../../store/every-document.ts';
import type { Edition, Known } from '../model.ts';
import { postings } from '../posting.ts';

/** A part of the order of deliveries. */
export interface Ordered {
  readonly above: string;
  readonly below: string;
}

/**
 * Where the deliveries of an edition lie in the order of their bucket: its events carry the instant at which it was
 * composed, so they stand together, and the index by state and order counts them. Redraws of a corrected edition
 * carry the instant of the correction and are not among them.
 */
export function orderOf({ id, body }: Known<Pick<Edition, 'composedAt'>>): Ordered {
  const from = `${turnOf('digest', body.composedAt)} editions/${id}`;
  return { above: `${from}/`, below: `${from}0` };
}

/** Where the redraws of what was put right by hand at an instant lie. */
export function orderOfPutRight(edition: string, at: string): Ordered {
  const from = `${turnOf('digest', at)} editions/${edition}/putRight`;
  return { above: `${from}-`, below: `${from}.` };
}

const mostRead = 100;

const pageSize = 500;

/** Every message of an edition but those that redraw one. */
export async function* deliveriesOf(
  store: DocumentStore,
  edition: Known<Pick<Edition, 'composedAt'>>,
): AsyncGenerator<readonly StoredDocument<Delivery>[]> {
  const where = { state: { in: deliveryStates }, order: orderOf(edition) };
  for (const bucket of buckets) yield* everyPage(store, deliveries, bucket, { where, limit: pageSize });
}

/** The buckets in which an edition has deliveries: of one that few places got, those alone. */
export async function bucketsOf(
  store: DocumentStore,
  tenantId: string,
  edition: string,
): Promise<readonly string[]> {
  const page = await store.query(postings, tenantId, { where: { edition }, limit: mostRead });
  if (page.continuation !== undefined || page.documents.some(({ body }) => body.shared)) return buckets;
  return [...new Set(page.documents.flatMap(({ body }) => body.receivers.map(bucketOf)))];
}
