/** Milliseconds that only ever grow, whatever happens to the wall clock; their zero means nothing. */
export type Monotonic = () => number;

export const systemMonotonic: Monotonic = () => performance.now();
