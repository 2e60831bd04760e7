import { z } from 'zod';
import type { Subject } from '../engagement/model.ts';
import { listPlaceSchema } from './list-place.ts';

const idSchema = z.string().min(1).max(100);

/** Something to read that people may put their marks on. */
export interface Item {
  readonly kind: 'article' | 'case';
  readonly id: string;
}

export const articleSchema = listPlaceSchema.extend({ article: idSchema });
export const caseSchema = listPlaceSchema.extend({ case: idSchema });

/** What a button is about: an article or a case study. */
export const itemSchema = z.union([
  z.strictObject({ article: idSchema }),
  z.strictObject({ case: idSchema }),
]);

/** The same with the place in the list that it was opened from. */
export const itemInListSchema = z.union([articleSchema, caseSchema]);

export type AboutItem = z.infer<typeof itemSchema>;

export const itemOf = (about: AboutItem): Item =>
  'article' in about ? { kind: 'article', id: about.article } : { kind: 'case', id: about.case };

export const aboutOf = ({ kind, id }: Item): AboutItem =>
  kind === 'article' ? { article: id } : { case: id };

export const itemSubject = (tenantId: string, item: Item): Subject => ({ tenantId, ...item });
