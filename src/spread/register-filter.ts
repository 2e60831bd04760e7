import { z } from 'zod';
import { replicationStates } from './model.ts';

const longestService = 200;

/** What the register shows: of one state or any, of one service area or any. */
export const registerFilterSchema = z.strictObject({
  state: z.enum([...replicationStates, 'any']).default('any'),
  service: z.string().max(longestService).default('any'),
});

export type RegisterFilter = z.infer<typeof registerFilterSchema>;

export const registerPlaceSchema = registerFilterSchema.extend({ after: z.string().max(2000).default('') });

export type RegisterPlace = z.infer<typeof registerPlaceSchema>;
