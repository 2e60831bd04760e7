import { articleById } from '../reading/articles.ts';
import { caseName } from '../reading/case-name.ts';
import { caseById } from '../reading/cases.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Submission } from './model.ts';

/** Finds what a form was opened from: an article, a case study, or nothing. */
export type PromptedBy = (
  tenantId: string,
  about: { readonly article?: string | undefined; readonly case?: string | undefined },
) => Promise<Submission['promptedBy']>;

export const promptedBy =
  (store: DocumentStore): PromptedBy =>
  async (tenantId, about) => {
    if (about.article) {
      const article = await articleById(store, tenantId, about.article);
      return article && { kind: 'article', id: about.article, title: article.title };
    }
    if (about.case) {
      const study = await caseById(store, tenantId, about.case);
      return study && { kind: 'case', id: about.case, title: caseName(study) };
    }
    return undefined;
  };
