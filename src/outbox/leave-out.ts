import type { UnreadableDocument } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

/** For the queries of a bucket: a delivery that cannot be read is logged once and holds up no other. */
export function leaveOut(telemetry: Telemetry, bucket: string): (fault: UnreadableDocument) => void {
  const told = new Set<string>();
  return (fault) => {
    if (told.has(fault.message)) return;
    told.add(fault.message);
    telemetry.error('delivery.unreadable', fault, { bucket });
  };
}
