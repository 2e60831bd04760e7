import { noEvents } from '../outbox/event.ts';
import { changeDocument } from '../store/change-document.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';
import { type Control, type ControlRecord, controlRecords } from './model.ts';
import type { AuditParts } from './parts.ts';

const blank = (control: Control): ControlRecord => ({ control, changes: [], ...noEvents });

// One for each control.
const most = 20;

/** What is kept of every control, by its code. */
export async function recordsOf(
  store: DocumentStore,
  tenantId: string,
): Promise<ReadonlyMap<Control, ControlRecord>> {
  const { documents } = await store.query(controlRecords, tenantId, { limit: most });
  return new Map(documents.map(({ body }) => [body.control, body]));
}

export async function recordOf(
  store: Pick<DocumentStore, 'get'>,
  tenantId: string,
  control: Control,
): Promise<ControlRecord> {
  return (await store.get(controlRecords, tenantId, control))?.body ?? blank(control);
}

/**
 * Changes what is kept of a control and hands on what that causes. `change` returns undefined to leave it. Resolves to
 * what is kept then.
 */
export async function changeRecord(
  { store, relay }: Pick<AuditParts, 'store' | 'relay'>,
  tenantId: string,
  control: Control,
  change: (record: ControlRecord) => ControlRecord | undefined,
): Promise<ControlRecord> {
  const changed =
    (await changeDocument(store, controlRecords, tenantId, control, change))?.body ??
    (await create(store, tenantId, control, change));
  if (changed.eventsPending) relay(controlRecords, tenantId, control);
  return changed;
}

async function create(
  store: DocumentStore,
  tenantId: string,
  control: Control,
  change: (record: ControlRecord) => ControlRecord | undefined,
): Promise<ControlRecord> {
  const body = change(blank(control));
  if (!body) return blank(control);
  try {
    return (await store.create(controlRecords, tenantId, { id: control, body })).body;
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    const changed = await changeDocument(store, controlRecords, tenantId, control, change);
    return changed?.body ?? blank(control);
  }
}
