import { setTimeout as pause } from 'node:timers/promises';

/** How long a test waits for what must come; generous, because a busy machine is slow and not wrong. */
const patience = 60_000;

/**
 * Asks again and again until there is something. Throws after a generous while, saying what was awaited and, by
 * `instead`, what is there.
 */
export async function until<T>(
  awaited: string,
  look: () => T | undefined | Promise<T | undefined>,
  instead: () => string = () => 'nothing',
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${awaited}. There is: ${instead()}`);
    await pause(15);
  }
}
