/** Runs a piece of work when all that was handed in before is done. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs what is handed to it one after another, in the order it was handed in. A failure keeps nobody else waiting. */
export function oneAfterAnother(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
