import { z } from 'zod';
import { defaultDispatch } from '../../../src/outbox/dispatch-settings.ts';
import { defaultLeases, type LeaseSettings } from '../../../src/outbox/lease-settings.ts';
import { defaultOutbox, type OutboxSettings } from '../../../src/outbox/outbox-settings.ts';
import { defaultPace } from '../../../src/outbox/pace-settings.ts';
import { faultStoreSchema } from './fault-store.ts';

/** What a replica process is told on its command line, as JSON. */
export const replicaSettingsSchema = z.object({
  store: faultStoreSchema,
  replicaId: z.string(),
  connectorUrl: z.string(),
  seed: z.number(),
  /** The wall clock jumps by up to this much, to and fro, every few seconds. */
  clockJumpsMs: z.number(),
  /** To three processes of ten the store once, at a random moment, refuses writes for this long. */
  refuseWritesMs: z.number(),
});

export type ReplicaSettings = z.infer<typeof replicaSettingsSchema>;

export const sendTimeoutMs = 1_000;

const quickLeases: LeaseSettings = {
  ...defaultLeases,
  heartbeatMs: 800,
  deadAfterMs: 4_000,
  holdMs: 2_500,
  giveAwayMs: 200,
  doorbellMs: 300,
};
/** The stand-in for Cosmos DB may take seconds to answer when four processes press it. */
const patientLeases = { ...quickLeases, heartbeatMs: 2_000, deadAfterMs: 20_000, holdMs: 15_000 };

/** The service's own settings with leases that move in seconds and the fastest pace that Teams allows. */
export const faultRunSettings = ({ store }: ReplicaSettings): OutboxSettings => ({
  ...defaultOutbox,
  pace: { ...defaultPace, perTenantEachSecond: 50 },
  leases: store.kind === 'cosmos' ? patientLeases : quickLeases,
  dispatch: { ...defaultDispatch, shortestPollMs: 500 },
});
