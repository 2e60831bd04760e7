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

/** iNews' own articles as shipped. Throws a ZodError when the file is wrong. */
export const shippedArticleContent = () => articlesFile.parse(shippedArticles);

/** The Total Place case studies as shipped. Throws a ZodError when the file is wrong. */
export const shippedCaseContent = () => casesFile.parse(shippedCases);
