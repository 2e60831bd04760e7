import { z } from 'zod';

/** How a measured service is set up. */
export const serviceOptionsSchema = z.object({
  dataDir: z.string(),
  tenant: z.string(),
  /** Object ids of those who may decide. */
  innovationTeam: z.array(z.string()).default([]),
  /** Added to each store call, as a store over the network would. */
  storeDelayMs: z.number().default(0),
  /** Calls a second to Teams; the service's own pace when absent. */
  callsEachSecond: z.number().optional(),
});

export type ServiceOptions = z.input<typeof serviceOptionsSchema>;
