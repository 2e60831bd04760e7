import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { type KnownReplication, type Replication, replications } from './model.ts';
import type { SpreadParts } from './parts.ts';

export async function replicationById(
  store: Pick<DocumentStore, 'get'>,
  tenantId: string,
  id: string,
): Promise<KnownReplication | undefined> {
  return store.get(replications, tenantId, id);
}

/**
 * Changes a replication and hands on what that causes. `change` returns undefined where nothing is to be done.
 * Resolves to the replication as it stands, or undefined when it is not there.
 */
export async function changeReplication(
  { store, relay }: Pick<SpreadParts, 'store' | 'relay'>,
  tenantId: string,
  id: string,
  change: (known: KnownReplication) => Replication | undefined,
): Promise<KnownReplication | undefined> {
  const changed = await changeDocument(store, replications, tenantId, id, (body) => change({ id, body }));
  if (changed?.body.eventsPending) relay(replications, tenantId, id);
  return changed;
}
