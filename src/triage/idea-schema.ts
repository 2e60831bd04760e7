import { z } from 'zod';
import { referenceSchema } from '../ideas/reference.ts';

/** Which submission a button is about. */
export const ideaSchema = z.strictObject({ idea: referenceSchema });
