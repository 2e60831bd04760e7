import { z } from 'zod';
import content from '../content/suggested-sources.json' with { type: 'json' };

/** Sources that others follow, to choose from; each is tried when somebody adds it, and none is on by itself. */
export const suggestedSources = z
  .array(z.strictObject({ name: z.string().min(1), address: z.url({ protocol: /^https$/u }) }))
  .parse(content);
