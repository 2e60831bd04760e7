export interface PaceSettings {
  /** At most `sends` calls to one place within any `withinMs`. */
  readonly perPlace: readonly { readonly sends: number; readonly withinMs: number }[];
  /** Calls a second in one tenant, all replicas together. */
  readonly perTenantEachSecond: number;
  /** What a 429 leaves of a tenant's rate. */
  readonly afterThrottling: number;
  /** The rate never falls below this, so that it can be found out whether Teams takes more again. */
  readonly slowestEachSecond: number;
  /** How fast the rate creeps back: calls a second, gained each second. */
  readonly recoveryEachSecond: number;
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
  afterThrottling: 0.5,
  slowestEachSecond: 1,
  recoveryEachSecond: 0.5,
};

const mostPerTenantEachSecond = 50;

/** Throws RangeError when the settings would take a tenant over Teams' limit or stop it. */
export function checkPace(settings: PaceSettings): void {
  const { perTenantEachSecond: rate } = settings;
  if (!(rate > 0 && rate <= mostPerTenantEachSecond)) {
    throw new RangeError(
      `The pace of a tenant must be above 0 and at most ${mostPerTenantEachSecond} calls a second, not ${rate}`,
    );
  }
}
