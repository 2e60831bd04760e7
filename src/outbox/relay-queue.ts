export interface RelayQueue {
  add(relay: () => Promise<void>): void;
  /** Starts none any more; resolves when those under way have ended. What is left lies in the store for the sweep. */
  end(): Promise<void>;
}

/**
 * Runs relays in the order they came, a few at a time. However fast people send, their answers are not held up by the
 * work that follows from them.
 */
export function createRelayQueue(atOnce: number): RelayQueue {
  const waiting: (() => Promise<void>)[] = [];
  const underWay = new Set<Promise<void>>();

  function startNext(): void {
    const relay = underWay.size < atOnce ? waiting.shift() : undefined;
    if (!relay) return;
    const work = relay().finally(() => {
      underWay.delete(work);
      startNext();
    });
    underWay.add(work);
  }

  return {
    add(relay) {
      waiting.push(relay);
      startNext();
    },
    async end() {
      waiting.length = 0;
      await Promise.all(underWay);
    },
  };
}
