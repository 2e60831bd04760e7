import { changeDocument } from '../store/change-document.ts';
import type { Collection } from '../store/collection.ts';
import type { DocumentStore, NewDocument } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import { articleOrder, findableIn } from './article.ts';
import { type ArticleContent, type Content, shippedContent } from './content.ts';
import { type Article, articles, type CaseStudy, cases } from './model.ts';
import { readingId } from './reading-id.ts';

type OwnArticle = Extract<Article, { kind: 'iNews' }>;

/**
 * Puts the shipped articles and case studies into a tenant. Any number of replicas may do so at every start: what is
 * there stays, unless this release ships a later version of it; an older release never takes a text back.
 */
export async function seedContent(
  store: DocumentStore,
  tenant: string,
  clock: Clock,
  content: Content = shippedContent(),
): Promise<void> {
  const addedAt = clock.now().toISOString();
  const { articles: own, cases: studies } = content;
  await seed(
    store,
    tenant,
    articles,
    own.articles.map((article) => ownArticle(article, own.version, addedAt)),
    (stored, shipped) => ({ ...shipped, addedAt: stored.addedAt }),
  );
  await seed(
    store,
    tenant,
    cases,
    studies.cases.map((study) => ({
      id: readingId(`case ${study.code}`),
      body: { ...study, contentVersion: studies.version },
    })),
    (_, shipped: CaseStudy) => shipped,
  );
}

async function seed<B extends object, S extends B & { readonly contentVersion: number }>(
  store: DocumentStore,
  tenant: string,
  collection: Collection<B>,
  shipped: readonly NewDocument<S>[],
  corrected: (stored: B, shipped: S) => B,
): Promise<void> {
  const created = new Set((await store.createMany(collection, tenant, shipped)).map(({ id }) => id));
  for (const { id, body } of shipped) {
    if (created.has(id)) continue;
    await changeDocument(store, collection, tenant, id, (stored) =>
      versionOf(stored) < body.contentVersion ? corrected(stored, body) : undefined,
    );
  }
}

const versionOf = (body: object): number =>
  'contentVersion' in body && typeof body.contentVersion === 'number' ? body.contentVersion : 0;

function ownArticle(
  content: ArticleContent,
  contentVersion: number,
  addedAt: string,
): NewDocument<OwnArticle> {
  const { code, ...told } = content;
  const id = readingId(`iNews ${code}`);
  const source = { name: 'iNews' };
  return {
    id,
    body: {
      kind: 'iNews',
      ...told,
      source,
      addedAt,
      order: articleOrder(told.publishedAt, id),
      findable: findableIn({ ...told, source }),
      contentVersion,
    },
  };
}
