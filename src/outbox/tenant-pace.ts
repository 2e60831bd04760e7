import type { PaceSettings } from './pace-settings.ts';

/** The rate one tenant takes now; times are milliseconds of the monotonic clock. */
export interface TenantPace {
  nextAt: number;
  pausedUntil: number;
  /** Calls a second at `rateSince`; it has been creeping up since. */
  rate: number;
  rateSince: number;
}

/** Answers to calls that were under way together tell of one throttling. */
const oneThrottlingMs = 1_000;

export const newTenantPace = (settings: PaceSettings, now: number): TenantPace => ({
  nextAt: now,
  pausedUntil: now,
  rate: settings.perTenantEachSecond,
  rateSince: Number.NEGATIVE_INFINITY,
});

export function tenantRate(tenant: TenantPace, settings: PaceSettings, now: number): number {
  const gained = ((now - tenant.rateSince) / 1000) * settings.recoveryEachSecond;
  return Math.min(settings.perTenantEachSecond, tenant.rate + gained);
}

/** Milliseconds until the next call may start; 0: now. */
export const tenantWaitMs = (tenant: TenantPace, now: number): number =>
  Math.max(0, tenant.nextAt - now, tenant.pausedUntil - now);

/** Calls are spread evenly, so that an answer never waits behind a burst. `share` of the rate is this replica's. */
export function noteTenantCall(tenant: TenantPace, settings: PaceSettings, share: number, now: number): void {
  tenant.nextAt = Math.max(now, tenant.nextAt) + 1000 / (tenantRate(tenant, settings, now) * share);
}

/** A 429: the rate falls by a factor, once for those that come together. */
export function slowDown(tenant: TenantPace, settings: PaceSettings, now: number): void {
  if (now - tenant.rateSince < oneThrottlingMs) return;
  tenant.rate = Math.max(
    settings.slowestEachSecond,
    tenantRate(tenant, settings, now) * settings.afterThrottling,
  );
  tenant.rateSince = now;
}
