import type { Delivery } from './delivery.ts';

export interface DispatchSettings {
  /** Calls under way at once, up to which one of that urgency may start: the rest is kept free for more urgent ones. */
  readonly callsAtOnce: Readonly<Record<Delivery['urgency'], number>>;
  /** After a ring a bucket is looked at again after this, then after twice as long, and so on. */
  readonly shortestPollMs: number;
  /** Rings tell of all that is planned; polling is for rings that got lost. */
  readonly longestPollMs: number;
  /** What the pace lets start within this counts as ready when deciding how much to read. */
  readonly soonMs: number;
}

export const defaultDispatch: DispatchSettings = {
  callsAtOnce: { answer: 40, notice: 35, digest: 25 },
  shortestPollMs: 5_000,
  longestPollMs: 120_000,
  soonMs: 1_000,
};
