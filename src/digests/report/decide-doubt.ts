import { type Delivery, deliveries } from '../../outbox/delivery.ts';
import { drop, sendFromStart } from '../../outbox/operator.ts';
import type { DocumentStore, StoredDocument } from '../../store/document-store.ts';
import { everyDocument } from '../../store/every-document.ts';
import type { Edition, Known } from '../model.ts';
import { bucketsOf, orderOf } from './edition-deliveries.ts';

/** As many as are surely done while somebody waits. */
const mostAtOnce = 50;
const pageSize = 50;

/**
 * Sends messages of an edition again that are in doubt, or gives them up, and returns how many: those that somebody
 * else decided on at the same moment stay as they decided. One that is sent again may reach its readers twice.
 */
export async function decideDoubt(
  { store }: { readonly store: DocumentStore },
  tenantId: string,
  edition: Known<Edition>,
  what: 'sendAgain' | 'drop',
): Promise<number> {
  const chosen = inDoubtOf(store, tenantId, edition);
  const decided =
    what === 'sendAgain'
      ? await sendFromStart(store, chosen, ['inDoubt'])
      : await drop(store, chosen, ['inDoubt']);
  return decided.filter(({ done }) => done).length;
}

async function* inDoubtOf(
  store: DocumentStore,
  tenantId: string,
  edition: Known<Edition>,
): AsyncIterable<StoredDocument<Delivery>> {
  let left = mostAtOnce;
  for (const bucket of await bucketsOf(store, tenantId, edition.id))
    for await (const delivery of everyDocument(store, deliveries, bucket, {
      where: { state: 'inDoubt', order: orderOf(edition) },
      orderBy: { field: 'order', direction: 'ascending' },
      limit: pageSize,
    })) {
      if (left-- === 0) return;
      yield delivery;
    }
}
