import { z } from 'zod';
import shippedArticles from './content/articles.json' with { type: 'json' };
import shippedCases from './content/cases.json' with { type: 'json' };
import { articleSchema, caseContentSchema } from './model.ts';

const [, ownArticleSchema] = articleSchema.options;

const articleContentSchema = ownArticleSchema
  .pick({ title: true, teaser: true, publishedAt: true, theme: true, topics: true, text: true })
  .extend({ code: z.string().regex(/^[a-z-]+$/u) })
  .strict();

// A release that corrects a text counts the version up; an installation that has the older one then takes the new one.
const versionSchema = z.int().min(1);

const articlesFile = z.strictObject({ version: versionSchema, articles: z.array(articleContentSchema) });
const casesFile = z.strictObject({ version: versionSchema, cases: z.array(caseContentSchema) });

export type ArticleContent = z.infer<typeof articleContentSchema>;

/** What a release ships: iNews' own articles and the Total Place case studies. */
export interface Content {
  readonly articles: z.infer<typeof articlesFile>;
  readonly cases: z.infer<typeof casesFile>;
}

/** The content of this release. Throws a ZodError when a file of it is wrong. */
export const shippedContent = (): Content => ({
  articles: articlesFile.parse(shippedArticles),
  cases: casesFile.parse(shippedCases),
});
