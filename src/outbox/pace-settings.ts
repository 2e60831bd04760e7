export interface PaceSettings {
  /** At most `sends` calls to one place within any `withinMs`. */
  readonly perPlace: readonly { readonly sends: number; readonly withinMs: number }[];
  /** Calls a second in one tenant, all replicas together. */
  readonly perTenantEachSecond: number;
  /** What Teams takes from one app in one tenant as a rule: a higher pace is a mistake. */
  readonly mostPerTenantEachSecond: number;
  /** The rate never falls below this, so that it can be found out whether Teams takes more again. */
  readonly slowestEachSecond: number;
  readonly throttling: ThrottlingRules;
}

/** How a tenant's rate follows what Teams takes, which Teams does not tell. */
export interface ThrottlingRules {
  /** What a 429 leaves of the rate that Teams took until then. */
  readonly leaves: number;
  /** What it leaves when the last one was less than `soonMs` ago: then Teams takes ever less. */
  readonly leavesSoon: number;
  readonly soonMs: number;
  /** After a 429 nothing starts for so long, then one call; twice as long when that one is refused too. */
  readonly pauseMs: number;
  readonly longestPauseMs: number;
  /** How long the rate takes to climb back to where it was refused. */
  readonly climbMs: number;
  /** How much of the rate is gained in the first second beyond that; in later ones it is more and more. */
  readonly growth: number;
}

/** Teams' limits for one bot in one thread; per tenant 50 a second is the limit and 30 what it has been before. */
export const defaultPace: PaceSettings = {
  perPlace: [
    { sends: 7, withinMs: 1_000 },
    { sends: 8, withinMs: 2_000 },
    { sends: 60, withinMs: 30_000 },
    { sends: 1_800, withinMs: 3_600_000 },
  ],
  perTenantEachSecond: 30,
  mostPerTenantEachSecond: 50,
  slowestEachSecond: 1,
  throttling: {
    leaves: 0.88,
    leavesSoon: 0.66,
    soonMs: 2_200,
    pauseMs: 100,
    longestPauseMs: 800,
    climbMs: 6_000,
    growth: 0.06,
  },
};

/** Throws RangeError when the settings would take a tenant over Teams' limit or stop it. */
export function checkPace({ perTenantEachSecond: rate, mostPerTenantEachSecond: most }: PaceSettings): void {
  if (!(rate > 0 && rate <= most)) {
    throw new RangeError(
      `The pace of a tenant must be above 0 and at most ${most} calls a second, not ${rate}`,
    );
  }
}
