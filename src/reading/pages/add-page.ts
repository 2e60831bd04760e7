import { type Answer, sayText } from '../../bot/answer.ts';
import type { Turn } from '../../bot/turn.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { articleById } from '../articles.ts';
import { showCurated } from '../curate/show-curated.ts';
import type { NewArticle } from '../feeds/article-from-entry.ts';
import type { FetchSettings } from '../feeds/fetch-feed.ts';
import { UnreadableFeed } from '../feeds/unreadable-feed.ts';
import type { InTurn } from '../one-after-another.ts';
import { sayFault } from '../sources/source-words.ts';
import { typedAddress } from '../typed-address.ts';

export interface AddPageParts {
  readonly store: DocumentStore;
  readonly fetching: FetchSettings;
  readonly inTurn: InTurn;
}

const firstPage = { after: '', find: '' };

/** Makes an article of the page at an address, and shows it as the innovation team may edit it. */
export async function addPage(parts: AddPageParts, turn: Turn, typed: string): Promise<Answer> {
  const { actor, words } = turn;
  const address = typed === '' ? undefined : typedAddress(typed);
  if (!address) return sayText(words.say('pages.add.how'));
  try {
    const article = await read(parts, address, turn.now);
    if (!article) return sayText(words.say('pages.add.noTitle'));
    const { addArticles } = await import('../feeds/add-articles.ts');
    await parts.inTurn(() => addArticles(parts.store, actor.tenantId, [article]));
    const stored = await articleById(parts.store, actor.tenantId, article.id);
    return stored
      ? showCurated(turn, article.id, stored, firstPage)
      : sayText(words.say('pages.add.same', { title: article.body.title }));
  } catch (error) {
    if (!(error instanceof UnreadableFeed)) throw error;
    return sayText(words.say('pages.add.failed', { what: sayFault(words, error) }));
  }
}

async function read({ fetching }: AddPageParts, address: string, now: Date): Promise<NewArticle | undefined> {
  // The HTTP client takes long to load: not before a page is read.
  const { fetchFeed } = await import('../feeds/fetch-feed.ts');
  const { decodeFeed } = await import('../feeds/decode-feed.ts');
  const { pageArticle } = await import('./page-article.ts');
  const plainHttp = address.startsWith('http:');
  const page = await fetchFeed(address, {}, { ...fetching, plainHttp });
  if (page.kind !== 'read') return undefined;
  return pageArticle(decodeFeed(page.bytes, page.contentType), page.address, now);
}
