import { countMarks } from '../../engagement/marks.ts';
import { itemSubject } from '../../reading/item.ts';
import { articles } from '../../reading/model.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { tallies } from '../counts/tally.ts';
import type { Edition, Known } from '../model.ts';

/** What readers made of an article that an edition told, in totals. */
export interface ReadArticle {
  readonly title: string;
  /** Opened from this edition. */
  readonly clicks: number;
  /** By all readers, wherever they found it. */
  readonly useful: number;
  readonly comments: number;
}

export interface ReadBy {
  readonly articles: readonly ReadArticle[];
  readonly reactions: number;
}

export async function readBy(
  store: DocumentStore,
  tenantId: string,
  { id, body }: Known<Edition>,
): Promise<ReadBy> {
  const [tally, ...told] = await Promise.all([
    store.get(tallies, tenantId, id),
    ...body.articleIds.map((article) => articleOf(store, tenantId, article)),
  ]);
  const clicks = tally?.body.clicks ?? {};
  return {
    articles: told.flatMap((one) => (one ? { ...one.read, clicks: clicks[one.id] ?? 0 } : [])),
    reactions: Math.max(0, tally?.body.reactions ?? 0),
  };
}

async function articleOf(store: DocumentStore, tenantId: string, id: string) {
  const [found, comments] = await Promise.all([
    store.get(articles, tenantId, id),
    countMarks(store, itemSubject(tenantId, { kind: 'article', id }), 'comment'),
  ]);
  if (!found) return undefined;
  const { title, useful = 0 } = found.body;
  return { id, read: { title, useful, comments } };
}
