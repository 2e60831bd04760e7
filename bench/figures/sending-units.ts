import { editionDeliveries } from '../../src/digests/edition-delivery.ts';
import type { DigestParts } from '../../src/digests/parts.ts';
import type { Sender } from '../../src/outbox/sender.ts';
import { startOutbox } from '../../src/outbox/start-outbox.ts';
import { addressBook } from '../../src/people/address-book.ts';
import { recentContacts } from '../../src/people/recent-contacts.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { systemMonotonic } from '../../src/time/monotonic.ts';
import { pause } from '../../src/time/pause.ts';
import { requestUnits } from './request-units.ts';

const activityId = '1764583200000';
const enough = 600;
const patienceMs = 120_000;

/** Sends some of what is planned, at the usual pace, and returns the request units that each took. */
export async function sendingUnits(inner: DocumentStore, digestParts: DigestParts): Promise<number> {
  const { store, units } = requestUnits(inner);
  const { clock, telemetry } = digestParts;
  let sent = 0;
  const sender: Sender = {
    open: async () => ({ kind: 'unclear', reason: 'everybody has a chat' }),
    async post({ conversationId }) {
      sent++;
      return { kind: 'sent', conversationId, activityId };
    },
    update: async () => ({ kind: 'messageGone' }),
  };
  const outbox = startOutbox({
    store,
    clock,
    telemetry,
    sender,
    monotonic: systemMonotonic,
    random: Math.random,
    addressBook: addressBook(store, clock, recentContacts(clock)),
    listeners: [],
    deliveryCards: editionDeliveries({ ...digestParts, store }),
    eventSources: [],
    replicaId: 'bench',
  });
  const until = systemMonotonic() + patienceMs;
  while (sent < enough && systemMonotonic() < until) await pause(100);
  await outbox.stop();
  if (sent < enough) throw new Error(`${sent} of ${enough} messages were sent within ${patienceMs / 1000} s`);
  return units() / sent;
}
