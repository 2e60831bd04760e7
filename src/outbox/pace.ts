import type { Monotonic } from '../time/monotonic.ts';
import type { Delivery } from './delivery.ts';
import { checkPace, type PaceSettings } from './pace-settings.ts';
import { isForgettable, newPlacePace, noteCall, type PlacePace, placeWaitMs } from './place-pace.ts';
import {
  leavesInMs,
  newTenantPace,
  noteTenantCall,
  noteTenantCalled,
  noteTenantEnd,
  slowDown,
  type TenantPace,
  tenantRate,
  tenantWaitMs,
} from './tenant-pace.ts';

/** Whose pace a call counts for: the receiver's key and its tenant. */
export interface PacedReceiver {
  readonly place: string;
  readonly tenant: string;
}

export const pacedReceiver = ({ receiver, receiverKey }: Delivery): PacedReceiver => ({
  place: receiverKey,
  tenant: receiver.tenantId,
});

/**
 * Keeps calls under Teams' limits. It knows the calls of this process only: after a restart Teams' own 429 is what
 * tells that an hour's allowance is used up.
 */
export interface Pace {
  /** Milliseconds until a call may start; 0: now. */
  waitMs(receiver: PacedReceiver): number;
  /** Milliseconds until the tenant may be called, whatever the place; 0: now. */
  opensInMs(tenant: string): number;
  /** A call starts now. One more than was asked for is made up for by those that follow. */
  started(receiver: PacedReceiver): void;
  /** Milliseconds until a call that was let start may leave, all that is to be written before it being written; 0: now. */
  leavesInMs(receiver: PacedReceiver): number;
  /** The call leaves now. */
  leaves(receiver: PacedReceiver): void;
  /** Teams answered some call in the tenant with 429 since the receiver's last call was let start. */
  throttledSince(receiver: PacedReceiver): boolean;
  /** Whatever came of the receiver's last call, it is over. */
  ended(receiver: PacedReceiver): void;
  /** Teams answered the receiver's last call with 429: the tenant goes slower, and what Retry-After named pauses. */
  throttled(
    receiver: PacedReceiver,
    told: { readonly afterMs?: number | undefined; readonly scope: 'place' | 'tenant' },
  ): void;
  /** The part of every tenant's rate that is this replica's, 0 to 1; with 0 the last one stands for what is under way. */
  share(fraction: number): void;
  /** Calls a second that the tenant takes now, all replicas together. */
  rate(tenant: string): number;
}

const callsBetweenForgetting = 5_000;

/** Throws RangeError when the settings exceed what Teams allows. */
export function createPace(settings: PaceSettings, monotonic: Monotonic): Pace {
  checkPace(settings);
  const places = new Map<string, PlacePace>();
  const tenants = new Map<string, TenantPace>();
  let fraction = 1;
  let calls = 0;

  const placeOf = (name: string) => known(places, name, newPlacePace);
  const tenantOf = (name: string) => known(tenants, name, () => newTenantPace(monotonic()));

  // One call at a time goes to a place.
  const lastCallTo = (place: string) => places.get(place)?.startedAt.at(-1);

  return {
    waitMs({ place, tenant }) {
      const now = monotonic();
      const known = places.get(place);
      return Math.max(
        known ? placeWaitMs(known, settings.perPlace, now) : 0,
        tenantWaitMs(tenantOf(tenant), now),
      );
    },
    opensInMs: (tenant) => tenantWaitMs(tenantOf(tenant), monotonic()),
    started({ place, tenant }) {
      const now = monotonic();
      noteCall(placeOf(place), settings.perPlace, now);
      noteTenantCall(tenantOf(tenant), settings, fraction, now);
      calls++;
      if (calls % callsBetweenForgetting === 0) {
        for (const [name, seen] of places)
          if (isForgettable(seen, settings.perPlace, now)) places.delete(name);
      }
    },
    leavesInMs: ({ tenant }) => leavesInMs(tenantOf(tenant), settings, fraction, monotonic()),
    leaves({ tenant }) {
      noteTenantCalled(tenantOf(tenant), monotonic());
    },
    throttledSince({ place, tenant }) {
      const refusedAt = tenantOf(tenant).refusal?.at;
      return refusedAt !== undefined && (lastCallTo(place) ?? refusedAt) < refusedAt;
    },
    ended({ place, tenant }) {
      const startedAt = lastCallTo(place);
      if (startedAt !== undefined) noteTenantEnd(tenantOf(tenant), startedAt);
    },
    throttled({ place, tenant }, { afterMs = 0, scope }) {
      const now = monotonic();
      slowDown(tenantOf(tenant), settings, fraction, now, lastCallTo(place) ?? now);
      const paused = scope === 'tenant' ? tenantOf(tenant) : placeOf(place);
      paused.pausedUntil = Math.max(paused.pausedUntil, now + afterMs);
    },
    share(next) {
      if (next > 0) fraction = next;
    },
    rate: (tenant) => tenantRate(tenantOf(tenant), settings, monotonic()),
  };
}

function known<T>(all: Map<string, T>, name: string, create: () => T): T {
  const found = all.get(name);
  if (found) return found;
  const created = create();
  all.set(name, created);
  return created;
}
