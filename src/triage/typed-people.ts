import { z } from 'zod';

/** What a people picker sends: object ids with commas between them, each once. */
export const peopleTyped = z
  .string()
  .default('')
  .transform((typed) => [
    ...new Set(
      typed
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    ),
  ])
  .pipe(z.array(z.string().max(64)));

/** At least one of them. */
export const typedPeople = (missing: string) => peopleTyped.pipe(z.array(z.string()).min(1, missing));
