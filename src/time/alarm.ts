/** Lets one loop sleep until a time has passed or something happens, whichever comes first. */
export interface Alarm {
  /** Ends the present sleep, or the next one when nobody sleeps now. */
  sound(): void;
  sleep(ms: number): Promise<void>;
}

export function createAlarm(): Alarm {
  let sounded = false;
  let wakeUp: (() => void) | undefined;
  return {
    sound() {
      sounded = true;
      wakeUp?.();
    },
    async sleep(ms) {
      if (!sounded && ms > 0) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, ms);
        wakeUp = resolve;
        await promise;
        clearTimeout(timer);
        wakeUp = undefined;
      }
      sounded = false;
    },
  };
}
