import { z } from 'zod';
import { openIdeaGoingOn } from '../ideas/open-ideas.ts';
import { referenceSchema } from '../ideas/reference.ts';
import { maySpread } from '../ideas/spreading.ts';
import { caseName } from '../reading/case-name.ts';
import { caseById } from '../reading/cases.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Source } from './model.ts';

const caseIdSchema = z.string().min(1).max(100);

/** The idea or the case study that a button is about. */
export const sourceIdsSchema = z.union([
  z.strictObject({ idea: referenceSchema }),
  z.strictObject({ case: caseIdSchema }),
]);

export const ideaPlaceSchema = z.strictObject({
  idea: referenceSchema,
  after: z.string().max(2000).default(''),
});
export const casePlaceSchema = z.strictObject({
  case: caseIdSchema,
  after: z.string().max(2000).default(''),
});

export type SourceIds = z.infer<typeof sourceIdsSchema>;

export const keyOfIds = (ids: SourceIds): Pick<Source, 'kind' | 'id'> =>
  'idea' in ids ? { kind: 'idea', id: ids.idea } : { kind: 'case', id: ids.case };

/** What may be tried elsewhere: an adopted idea that everybody may see, or a case study. Undefined otherwise. */
export async function sourceOf(
  store: DocumentStore,
  tenantId: string,
  ids: SourceIds,
): Promise<Source | undefined> {
  if ('case' in ids) {
    const study = await caseById(store, tenantId, ids.case);
    return study && { kind: 'case', id: ids.case, title: caseName(study) };
  }
  const idea = await openIdeaGoingOn(store, tenantId, ids.idea);
  return idea && maySpread(idea) ? { kind: 'idea', id: idea.reference, title: idea.title } : undefined;
}
