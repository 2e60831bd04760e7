import { z } from 'zod';
import { articleById } from '../../reading/articles.ts';
import { caseName } from '../../reading/case-name.ts';
import { caseById } from '../../reading/cases.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { type Link, linkKinds } from '../model.ts';
import { referenceSchema } from '../reference.ts';
import { submissionOf } from '../steps.ts';
import { mayBeShown } from './alike.ts';

const id = z.string().min(1).max(100);

/** What an author said after they were shown what is alike: nothing of it, or what theirs has to do with one of it. */
export const comparedSchema = z.union([
  z.strictObject({ as: z.literal('different') }),
  z.strictObject({ as: z.enum(linkKinds), idea: referenceSchema }),
  z.strictObject({ as: z.literal('buildsOn'), article: id }),
  z.strictObject({ as: z.literal('buildsOn'), case: id }),
]);

export type Compared = z.infer<typeof comparedSchema>;

/** The link to store. None when what it would lead to is not there or not for everybody to see. */
export async function linksFor(
  store: DocumentStore,
  tenantId: string,
  compared: Compared | undefined,
): Promise<readonly Link[]> {
  if (!compared || compared.as === 'different') return [];
  const to = await targetOf(store, tenantId, compared);
  return to ? [{ kind: compared.as, to }] : [];
}

async function targetOf(
  store: DocumentStore,
  tenantId: string,
  compared: Exclude<Compared, { as: 'different' }>,
): Promise<Link['to'] | undefined> {
  if ('idea' in compared) {
    const idea = await submissionOf(store, tenantId, compared.idea);
    return idea && mayBeShown(idea) ? { kind: 'idea', id: idea.reference, title: idea.title } : undefined;
  }
  if ('case' in compared) {
    const study = await caseById(store, tenantId, compared.case);
    return study && { kind: 'case', id: compared.case, title: caseName(study) };
  }
  const article = await articleById(store, tenantId, compared.article);
  return article && { kind: 'article', id: compared.article, title: article.title };
}
