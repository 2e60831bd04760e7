import type { DocumentStore } from '../../store/document-store.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { Clock } from '../../time/clock.ts';
import { addToTally, type Gained, nothingGained, together } from './tally.ts';

/** Counts what happens to editions: a click or a reaction costs no write of its own. */
export interface GatheredCounts {
  add(tenantId: string, edition: string, gained: Gained): void;
  /** Writes what is gathered. Never rejects. */
  finished(): Promise<void>;
}

interface GatheredParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** Milliseconds from the first count to the write of all that came until then. */
  readonly gatherForMs?: number;
}

interface Waiting {
  readonly tenantId: string;
  readonly edition: string;
  readonly gained: Gained;
}

const usualMs = 5_000;
// A flood over many editions waits for its turn rather than storming the store.
const writtenTogether = 20;
const mostWaiting = 2_000;

/**
 * Gathers counts in memory and writes them every few seconds, one write an edition. A process that ends without
 * stopping loses the counts of those seconds; a write whose answer was lost is counted twice.
 */
export function gatheredCounts({
  store,
  clock,
  telemetry,
  gatherForMs = usualMs,
}: GatheredParts): GatheredCounts {
  const waiting = new Map<string, Waiting>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const wait = () => {
    timer ??= setTimeout(writeSome, gatherForMs);
    timer.unref();
  };

  function add(tenantId: string, edition: string, gained: Gained): void {
    const key = `${tenantId} ${edition}`;
    const before = waiting.get(key);
    if (!before && waiting.size >= mostWaiting) {
      telemetry.count('digests.countsLost');
      return;
    }
    waiting.set(key, { tenantId, edition, gained: together(before?.gained ?? nothingGained, gained) });
    wait();
  }

  function writeSome(): void {
    timer = undefined;
    const taken = [...waiting].slice(0, writtenTogether);
    for (const [key] of taken) waiting.delete(key);
    writing = writing.then(async () => {
      for (const [, one] of taken) await write(one);
    });
    if (waiting.size > 0) wait();
  }

  async function write({ tenantId, edition, gained }: Waiting): Promise<void> {
    try {
      await addToTally(store, tenantId, edition, gained, clock.now());
    } catch (error) {
      telemetry.error('digests.countsWait', error, { edition });
      add(tenantId, edition, gained);
    }
  }

  return {
    add,
    async finished() {
      const rounds = Math.ceil(waiting.size / writtenTogether);
      for (let round = 0; round < rounds; round++) writeSome();
      await writing;
      clearTimeout(timer);
    },
  };
}
