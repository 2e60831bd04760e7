import { z } from 'zod';

/** Who did something, by the name they had then. */
export const bySchema = z.object({ personId: z.string(), name: z.string() });

export type By = z.infer<typeof bySchema>;
