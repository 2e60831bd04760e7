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
  /** What it leaves when the call that was to find out whether Teams takes more is refused as well. */
  readonly probeLeaves: number;
  /**
   * Teams counts the calls of the last second. After a 429 nothing starts until only `leaves` of them count, then one
   * call; when that one is refused too, until only this part counts.
   */
  readonly probeWaitsFor: number;
  /** The shortest and the longest of these waits. */
  readonly pauseMs: number;
  readonly longestPauseMs: number;
  /** How long the rate then stays as it is. */
  readonly holdMs: number;
  /** How much of the rate is gained in the first second after that, as an exponent; in later ones more and more. */
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
    probeLeaves: 0.55,
    probeWaitsFor: 0.4,
    pauseMs: 120,
    longestPauseMs: 700,
    holdMs: 5_000,
    growth: 0.25,
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
