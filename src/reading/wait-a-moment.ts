// Short enough that whoever pressed a button still gets its answer (a dialog must be answered within three seconds).
const momentMs = 1_200;

/** Waits for work that goes on by itself, but no longer than a person should wait for a card. The work must not reject. */
export async function waitAMoment(work: Promise<void>): Promise<void> {
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, momentMs);
  await Promise.race([work, over]);
  clearTimeout(timer);
}
