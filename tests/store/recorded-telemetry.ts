import type { Facts, Telemetry } from '../../src/telemetry/telemetry.ts';

export interface RecordedTelemetry extends Telemetry {
  readonly records: { readonly metric: string; readonly value: number; readonly facts: Facts | undefined }[];
  readonly errors: { readonly event: string; readonly error: unknown }[];
}

/** Telemetry that a test can read. */
export function recordedTelemetry(): RecordedTelemetry {
  const records: RecordedTelemetry['records'] = [];
  const errors: RecordedTelemetry['errors'] = [];
  return {
    records,
    errors,
    info: () => {},
    warn: () => {},
    error: (event, error) => errors.push({ event, error }),
    count: () => {},
    record: (metric, value, facts) => records.push({ metric, value, facts }),
  };
}
