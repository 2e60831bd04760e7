export interface LeaseSettings {
  readonly heartbeatMs: number;
  /** A replica whose counter has not moved for this long, by the observer's own clock, is dead. */
  readonly deadAfterMs: number;
  /**
   * After a heartbeat a replica holds its buckets this long by its own clock. Shorter than `deadAfterMs` by more
   * than a send takes, so that a slow replica stops before another starts.
   */
  readonly holdMs: number;
  /** How soon it is looked again whether a bucket to be given away has become quiet. */
  readonly giveAwayMs: number;
  /** How often the doorbell is read. */
  readonly doorbellMs: number;
  /** How often while no other replica is known: then only one that starts, or an operator's command, rings. */
  readonly doorbellAloneMs: number;
}

export const defaultLeases: LeaseSettings = {
  heartbeatMs: 10_000,
  deadAfterMs: 30_000,
  holdMs: 20_000,
  giveAwayMs: 500,
  doorbellMs: 2_000,
  doorbellAloneMs: 5_000,
};
