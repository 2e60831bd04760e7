import type { Telemetry } from '../../src/telemetry/telemetry.ts';
import { until } from '../teams/simulator/until.ts';

interface ReadingRounds {
  /** Passes everything on, and listens to when the search has read. */
  readonly telemetry: Telemetry;
  /** Resolves once the search has begun to read after now and has read to the end. */
  another(): Promise<void>;
}

/** Counts how often the search has read what is new, by what it tells of that. */
export function readingRounds(telemetry: Telemetry): ReadingRounds {
  let ended = 0;
  return {
    telemetry: {
      ...telemetry,
      record(metric, value, facts) {
        if (metric === 'search.read.ms') ended += 1;
        telemetry.record(metric, value, facts);
      },
    },
    async another() {
      // One may be under way that began before what is awaited was stored.
      const enough = ended + 2;
      await until('the search to have read what is new', () => ended >= enough || undefined);
    },
  };
}
