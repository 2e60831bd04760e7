import type { DocumentStore, Page } from '../store/document-store.ts';
import { everyPage } from '../store/every-document.ts';
import { type Replication, replications, type Source, sourceKeyOf } from './model.ts';
import type { RegisterFilter } from './register-filter.ts';

const pageSize = 5;

type Where = NonNullable<Parameters<typeof whereOf>[0]>;

/** Those of one source, those that one person leads, or those that the register is asked for. */
function whereOf(
  wanted: { readonly source: Pick<Source, 'kind' | 'id'> } | { readonly lead: string } | RegisterFilter,
) {
  if ('source' in wanted) return { sourceKey: sourceKeyOf(wanted.source) };
  if ('lead' in wanted) return { 'lead.personId': wanted.lead };
  const { state, service } = wanted;
  return { ...(state !== 'any' && { state }), ...(service !== 'any' && { service }) };
}

/** A page of them, what moved last first. */
export const pageOf = (
  store: DocumentStore,
  tenantId: string,
  wanted: Where,
  after: string,
): Promise<Page<Replication>> =>
  store.query(replications, tenantId, {
    where: whereOf(wanted),
    orderBy: { field: 'movedAt', direction: 'descending' },
    limit: pageSize,
    after: after || undefined,
  });

export const countOf = (store: DocumentStore, tenantId: string, wanted: Where): Promise<number> =>
  store.count(replications, tenantId, whereOf(wanted));

const batchSize = 200;

/** All that the register is asked for, a batch at a time. */
export async function* batchesOf(
  store: DocumentStore,
  tenantId: string,
  filter: RegisterFilter,
): AsyncGenerator<readonly Replication[]> {
  const all = everyPage(store, replications, tenantId, {
    where: whereOf(filter),
    orderBy: { field: 'movedAt', direction: 'descending' },
    limit: batchSize,
  });
  for await (const page of all) yield page.map(({ body }) => body);
}
