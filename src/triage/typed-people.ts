import { z } from 'zod';

/** What a people picker sends: object ids with commas between them, each once, at least one. */
export const typedPeople = (missing: string) =>
  z
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
    .pipe(z.array(z.string().max(64)).min(1, missing));
