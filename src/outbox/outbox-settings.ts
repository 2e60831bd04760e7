import { type DispatchSettings, defaultDispatch } from './dispatch-settings.ts';
import { defaultLeases, type LeaseSettings } from './lease-settings.ts';
import { defaultPace, type PaceSettings } from './pace-settings.ts';

export interface OutboxSettings {
  readonly pace: PaceSettings;
  readonly leases: LeaseSettings;
  readonly dispatch: DispatchSettings;
  /** How long a stop waits for calls under way, and then again for handing over. */
  readonly stopWithinMs: number;
}

export const defaultOutbox: OutboxSettings = {
  pace: defaultPace,
  leases: defaultLeases,
  dispatch: defaultDispatch,
  stopWithinMs: 10_000,
};
