import type { PaceSettings } from './pace-settings.ts';

/** The rate one tenant takes now; times are milliseconds of the monotonic clock. */
export interface TenantPace {
  nextAt: number;
  pausedUntil: number;
  /** What the last 429 told; absent before the first. */
  refusal?: Refusal;
  /** The calls of the last second: when they were let start, when they left, and when some were refused. */
  readonly started: number[];
  readonly called: number[];
  readonly refused: number[];
}

interface Refusal {
  readonly at: number;
  /** Calls a second from then on. */
  readonly left: number;
  /** One call finds out whether Teams takes more; until it ends, or this instant, no other starts. */
  probeUntil?: number;
  over: boolean;
}

/** A timer is a little late each time: so much is made up for. */
const lateMs = 20;
/** A probe that hangs does not hold up others for ever. */
const longestProbeMs = 2_000;
const secondMs = 1_000;
/** The end of a probe wakes those who wait. */
const askAgainMs = 100;
/** Fewer calls in a second than this tell nothing about what Teams takes. */
const tellingCalls = 5;

export const newTenantPace = (now: number): TenantPace => ({
  nextAt: now,
  pausedUntil: now,
  started: [],
  called: [],
  refused: [],
});

/**
 * Calls a second, all replicas together. After a 429 the rate holds for a while, and from there on it grows faster and
 * faster, since nothing else shows that Teams takes more again.
 */
export function tenantRate({ refusal }: TenantPace, settings: PaceSettings, now: number): number {
  const ceiling = settings.perTenantEachSecond;
  if (!refusal) return ceiling;
  const { holdMs, growth } = settings.throttling;
  const seconds = Math.max(0, now - refusal.at - holdMs) / secondMs;
  return Math.min(ceiling, refusal.left * Math.exp(growth * seconds * (1 + seconds)));
}

/** Milliseconds until the next call may start, or until it is worth asking again; 0: now. */
export function tenantWaitMs({ nextAt, pausedUntil, refusal }: TenantPace, now: number): number {
  const isProbing = refusal && !refusal.over && now < (refusal.probeUntil ?? 0);
  return Math.max(0, nextAt - now, pausedUntil - now, isProbing ? askAgainMs : 0);
}

/** Calls are spread evenly, so that an answer never waits behind a burst. `share` of the rate is this replica's. */
export function noteTenantCall(tenant: TenantPace, settings: PaceSettings, share: number, now: number): void {
  tenant.nextAt =
    Math.max(now - lateMs, tenant.nextAt) + secondMs / (tenantRate(tenant, settings, now) * share);
  noteNow(tenant.started, now);
  if (tenant.refusal && !tenant.refusal.over) tenant.refusal.probeUntil = now + longestProbeMs;
}

/**
 * Milliseconds until a call that was let start may leave; 0: now. Writing what is about to be sent takes now longer,
 * now shorter, so that calls bunch up on their way: no more leave in a second than the rate.
 */
export function leavesInMs(tenant: TenantPace, settings: PaceSettings, share: number, now: number): number {
  const most = Math.ceil(tenantRate(tenant, settings, now) * share);
  const calls = within(tenant.called, now);
  const last = tenant.called[calls - most];
  return last === undefined ? 0 : last + secondMs - now;
}

export function noteTenantCalled(tenant: TenantPace, now: number): void {
  noteNow(tenant.called, now);
}

/** A call that started then has ended. One that started after the last 429 shows that Teams takes calls again. */
export function noteTenantEnd({ refusal }: TenantPace, startedAt: number): void {
  if (refusal && startedAt > refusal.at) refusal.over = true;
}

/**
 * A 429 to a call that started then. Calls that were under way together tell of one throttling: those that started
 * before it was noticed change nothing.
 */
export function slowDown(
  tenant: TenantPace,
  settings: PaceSettings,
  share: number,
  now: number,
  startedAt: number,
): void {
  noteNow(tenant.refused, now);
  const before = tenant.refusal;
  if (before && startedAt <= before.at) return;
  const { leaves, probeLeaves, probeWaitsFor, pauseMs, longestPauseMs } = settings.throttling;
  const isProbe = before !== undefined && !before.over;
  const took = tookUntil(tenant, settings, share, now);
  tenant.refusal = {
    at: now,
    left: Math.max(settings.slowestEachSecond, took * (isProbe ? probeLeaves : leaves)),
    over: false,
  };
  const untilFewer = untilCallsAre(isProbe ? probeWaitsFor : leaves, tenant, now);
  const wait = Math.min(longestPauseMs, Math.max(pauseMs, untilFewer));
  tenant.pausedUntil = Math.max(tenant.pausedUntil, now + wait);
}

/** Milliseconds until no more than this part of the calls of the last second still lies within the last second. */
function untilCallsAre(part: number, { started }: TenantPace, now: number): number {
  const calls = within(started, now);
  const last = started[calls - Math.floor(calls * part) - 1];
  return last === undefined ? 0 : last + secondMs - now;
}

/** What Teams took in the last second, if that was less than was tried. */
function tookUntil(tenant: TenantPace, settings: PaceSettings, share: number, now: number): number {
  const rate = tenantRate(tenant, settings, now);
  const taken = within(tenant.started, now) - within(tenant.refused, now);
  return taken < tellingCalls ? rate : Math.min(rate, taken / share);
}

function noteNow(instants: number[], now: number): void {
  instants.push(now);
  within(instants, now);
}

/** How many of the instants lie in the last second; forgets the others. */
function within(instants: number[], now: number): number {
  const first = instants.findIndex((at) => at > now - secondMs);
  instants.splice(0, first < 0 ? instants.length : first);
  return instants.length;
}
