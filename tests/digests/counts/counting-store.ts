import type { DocumentStore } from '../../../src/store/document-store.ts';
import { meteredStore } from '../../../src/store/metered-store.ts';
import { recordedTelemetry } from '../../store/recorded-telemetry.ts';

export interface CountingStore {
  readonly store: DocumentStore;
  /** What was asked of the store since this was asked last, such as `get articles`. */
  asked(): readonly string[];
}

export function countingStore(inner: DocumentStore): CountingStore {
  const { records, ...telemetry } = recordedTelemetry();
  return {
    store: meteredStore(inner, telemetry),
    asked: () =>
      records.splice(0).map(({ facts }) => `${String(facts?.operation)} ${String(facts?.collection)}`),
  };
}
