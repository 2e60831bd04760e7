import type { Telemetry } from '../telemetry/telemetry.ts';

/** Work that goes on after an answer was given; stopping the service waits for it. */
export interface Background {
  /** Starts the work; a fault in it is logged under the name. */
  run(name: string, work: () => Promise<void>): void;
  /** Resolves when nothing is under way any more. */
  finished(): Promise<void>;
}

export function startBackground(telemetry: Telemetry): Background {
  const underWay = new Set<Promise<void>>();
  return {
    run(name, work) {
      const task = work()
        .catch((error: unknown) => telemetry.error(`${name}.failed`, error))
        .finally(() => underWay.delete(task));
      underWay.add(task);
    },
    async finished() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
