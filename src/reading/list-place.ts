import { z } from 'zod';
import { longestSearch } from './sought.ts';

/** Where in a list a person is: what they look for and the page they are on. Empty texts count as absent. */
export const listPlaceSchema = z.strictObject({
  after: z.string().max(200).default(''),
  find: z.string().max(longestSearch).default(''),
});

export type ListPlace = z.infer<typeof listPlaceSchema>;
