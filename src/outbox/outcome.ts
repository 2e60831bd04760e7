import { DocumentChanged, type StoredDocument } from '../store/document-store.ts';
import type { AttemptParts } from './attempt-parts.ts';
import { type Delivery, deliveries } from './delivery.ts';
import { writeSurely } from './write-surely.ts';

/** Writes what became of a delivery, tells operators, and hands on the events it raised. Throws as `writeSurely` does. */
export async function writeOutcome(
  parts: AttemptParts,
  current: StoredDocument<Delivery>,
  next: Delivery,
): Promise<StoredDocument<Delivery>> {
  const document = await write(parts, current, next);
  report(parts, document);
  if (document.body.eventsPending) await parts.relayDelivery(document.partition, document.id);
  return document;
}

/**
 * When another replica took the bucket over during the call and put the delivery in doubt or planned it again, the
 * late truth that it was sent still stands.
 */
async function write(
  { store, giveUp }: AttemptParts,
  current: StoredDocument<Delivery>,
  next: Delivery,
): Promise<StoredDocument<Delivery>> {
  try {
    return await writeSurely(store, current, next, giveUp);
  } catch (error) {
    if (!(error instanceof DocumentChanged) || next.state !== 'sent') throw error;
    const fresh = await store.get(deliveries, current.partition, current.id);
    const same = fresh?.body.attempts === next.attempts && fresh.body.attempt === next.attempt;
    if (!fresh || !same) throw error;
    return writeSurely(store, fresh, next, giveUp);
  }
}

function report({ telemetry, clock }: AttemptParts, { id, body }: StoredDocument<Delivery>): void {
  const { card, state, urgency, plannedAt, reason } = body;
  telemetry.count('outbox.outcome', 1, { card, state });
  if (state === 'sent')
    telemetry.record('outbox.delayMs', clock.now().getTime() - Date.parse(plannedAt), { urgency });
  if (state === 'dead' || state === 'inDoubt' || state === 'parked')
    telemetry.warn(`delivery.${state}`, { card, delivery: id, reason });
}
