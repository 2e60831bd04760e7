import type { DocumentStore, Query, StoredDocument } from '../store/document-store.ts';
import { isShown } from './article.ts';
import { type Article, articles } from './model.ts';
import type { Sought } from './sought.ts';

export async function articleById(
  store: DocumentStore,
  tenant: string,
  id: string,
): Promise<Article | undefined> {
  return (await store.get(articles, tenant, id))?.body;
}

// More than one would push what is new off a phone's screen.
const mostFeatured = 20;

/** The article that was featured last, while it is. */
export async function featuredArticle(
  store: DocumentStore,
  tenant: string,
  now: Date,
): Promise<StoredDocument<Article> | undefined> {
  const { documents } = await store.query(articles, tenant, {
    where: { 'featured.until': { above: now.toISOString() } },
    limit: mostFeatured,
  });
  const since = ({ body }: StoredDocument<Article>) => body.featured?.at ?? '';
  return documents.filter(({ body }) => isShown(body)).toSorted((a, b) => (since(a) < since(b) ? 1 : -1))[0];
}

export interface ArticlePage {
  /** Newest first. */
  readonly articles: readonly StoredDocument<Article>[];
  /** Place to go on from, towards the older ones; absent at the end. */
  readonly older?: string | undefined;
  /** Place to go back from, towards the newer ones; absent at the start. */
  readonly newer?: string | undefined;
}

const pageSize = 5;
const batchSize = 50;

// How many articles a search by words may look at for one page; the button "older" goes on from there.
const mostLookedAt = 1_000;

/**
 * One page of the articles that are sought. Pages stay in step when articles are added meanwhile.
 * @param place `older` or `newer` of the page before; the newest page when absent or not understood.
 * @param isWanted which of them are shown; those that are not hidden when absent.
 */
export async function articlePage(
  store: DocumentStore,
  tenant: string,
  sought: Sought,
  place?: string,
  isWanted: Wanted = isShown,
): Promise<ArticlePage> {
  const { direction, order } =
    /^(?<direction>older|newer) (?<order>.{1,100})$/u.exec(place ?? '')?.groups ?? {};
  if (direction === 'newer' && order) {
    const { found } = await walk(store, tenant, sought, {
      direction: 'ascending',
      from: { above: order },
      isWanted,
    });
    // With no more than a page before it, the newest page is the one to show: a short one would hide what follows.
    if (found.length <= pageSize) return articlePage(store, tenant, sought, '', isWanted);
    const shown = found.slice(0, pageSize).reverse();
    return { articles: shown, older: olderThan(shown.at(-1)), newer: newerThan(shown[0]) };
  }
  const from = order ? { below: order } : undefined;
  const { found, lookedUpTo } = await walk(store, tenant, sought, {
    direction: 'descending',
    from,
    isWanted,
  });
  const shown = found.slice(0, pageSize);
  const older = found.length > pageSize ? olderThan(shown.at(-1)) : lookedUpTo && `older ${lookedUpTo}`;
  return { articles: shown, older, newer: order && (newerThan(shown[0]) ?? `newer ${order}`) };
}

const olderThan = (last: StoredDocument<Article> | undefined) => last && `older ${last.body.order}`;
const newerThan = (first: StoredDocument<Article> | undefined) => first && `newer ${first.body.order}`;

type Wanted = (article: Article) => boolean;

interface Way {
  readonly isWanted: Wanted;
  readonly direction: 'ascending' | 'descending';
  readonly from: { readonly above: string } | { readonly below: string } | undefined;
}

/** One more than a page of what is sought, so that the caller sees whether there is more. */
async function walk(
  store: DocumentStore,
  tenant: string,
  sought: Sought,
  { direction, from, isWanted }: Way,
) {
  const [longest, ...others] =
    sought.kind === 'words' ? sought.stems.toSorted((a, b) => b.length - a.length) : [];
  const where = { ...conditionOf(sought, longest), ...(from && { order: from }) };
  const found: StoredDocument<Article>[] = [];
  let lookedAt = 0;
  let after: string | undefined;
  do {
    const limit = others.length > 0 ? batchSize : pageSize + 1;
    const page = await store.query(articles, tenant, {
      where,
      orderBy: { field: 'order', direction },
      limit,
      after,
    });
    found.push(
      ...page.documents.filter(
        ({ body }) => isWanted(body) && others.every((stem) => body.findable.includes(stem)),
      ),
    );
    lookedAt += page.documents.length;
    after = page.continuation;
    if (lookedAt >= mostLookedAt) return { found, lookedUpTo: after && page.documents.at(-1)?.body.order };
  } while (after && found.length <= pageSize);
  return { found };
}

function conditionOf(
  sought: Sought,
  stem: string | undefined,
): Query<'theme' | 'topics' | 'findable'>['where'] {
  if (sought.kind === 'subject')
    return sought.subject.kind === 'topic'
      ? { topics: { contains: sought.subject.code } }
      : { theme: sought.subject.code };
  return stem === undefined ? {} : { findable: { contains: stem } };
}
