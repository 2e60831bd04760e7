import type { WebPage, WebRoute } from '../../bot/web-page.ts';
import { articles } from '../../reading/model.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Clock } from '../../time/clock.ts';
import type { Words } from '../../words/words.ts';
import { plainPage } from '../plain-page.ts';
import { type Signer, signer } from '../signed.ts';
import type { GatheredCounts } from './gathered-counts.ts';

const purpose = 'digest.link';

/** What the addresses of an edition need that are counted when they are opened. */
export interface LinkCounting {
  /** Where the service is reached from anywhere, such as `https://inews.example.gov.uk`. */
  readonly publicAddress: string;
  readonly counts: GatheredCounts;
}

/** The addresses that an edition shows in place of its articles' own, by article id. */
export type CountedLinks = ReadonlyMap<string, string>;

/** Makes those addresses; none where links are not counted. */
export function countedLinks({
  store,
  linkCounting,
}: {
  readonly store: DocumentStore;
  readonly linkCounting?: LinkCounting | undefined;
}) {
  const { sign } = signer(store);
  return async (
    tenantId: string,
    edition: string,
    told: readonly { readonly id: string; readonly body: { readonly link?: string | undefined } }[],
  ): Promise<CountedLinks> => {
    if (!linkCounting) return new Map();
    const linked = told.filter(({ body }) => body.link !== undefined);
    return new Map(
      await Promise.all(
        linked.map(async ({ id }): Promise<[string, string]> => {
          const signature = await sign(tenantId, purpose, edition, id);
          return [id, `${linkCounting.publicAddress}/r/${[tenantId, edition, id, signature].join('.')}`];
        }),
      ),
    );
  };
}

interface LinkParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly words: Words;
  readonly tenants: readonly string[];
  readonly linkCounting?: LinkCounting | undefined;
}

/**
 * Leads from such an address to the article's own, which is looked up: an address that was changed leads nowhere. It
 * is counted in total for the edition and the article, and who opened it is not looked at. HEAD, by which mail
 * programs look for harm, is answered the same and not counted. A forged address costs the store nothing.
 */
export function linkRoutes(parts: LinkParts): readonly WebRoute[] {
  const { store, words, tenants, linkCounting, clock } = parts;
  if (!linkCounting) return [];
  const { holds } = signer(store);
  const addressOf = articleAddresses(store, clock);
  const open = async (token: string, opened: (link: CountedLink) => void): Promise<WebPage> => {
    const link = await readToken(token, tenants, holds);
    if (!link) return page(words, 404, 'digests.link.unknown');
    const target = await addressOf(link.tenantId, link.article);
    if (target === undefined) return page(words, 410, 'digests.link.gone');
    opened(link);
    return { ...page(words, 302, 'digests.link.moved'), location: target };
  };
  // A token is longer than what the router takes for a named part.
  const path = '/r/*';
  return [
    { method: 'head', path, handle: ({ '*': token = '' }) => open(token, () => {}) },
    {
      method: 'get',
      path,
      handle: ({ '*': token = '' }) =>
        open(token, ({ tenantId, edition, article }) =>
          linkCounting.counts.add(tenantId, edition, { clicks: { [article]: 1 }, reactions: 0 }),
        ),
    },
  ];
}

interface CountedLink {
  readonly tenantId: string;
  readonly edition: string;
  readonly article: string;
}

const longestToken = 500;

async function readToken(
  token: string,
  tenants: readonly string[],
  holds: Signer['holds'],
): Promise<CountedLink | undefined> {
  const [tenantId, edition, article, signature, ...more] =
    token.length > longestToken ? [] : token.split('.');
  if (!tenantId || !edition || !article || !signature || more.length > 0) return undefined;
  const isGood = tenants.includes(tenantId) && (await holds(signature, tenantId, purpose, edition, article));
  return isGood ? { tenantId, edition, article } : undefined;
}

const keptForMs = 3_000;
const mostKept = 500;

/** Where an article is read; undefined when it was taken back. Many open one link within minutes: it is kept for three seconds. */
function articleAddresses(store: DocumentStore, clock: Clock) {
  const kept = new Map<string, { readonly until: number; readonly address: Promise<string | undefined> }>();
  const read = async (tenantId: string, id: string) => {
    const article = (await store.get(articles, tenantId, id))?.body;
    return article?.hidden ? undefined : article?.link;
  };
  return (tenantId: string, id: string): Promise<string | undefined> => {
    const now = clock.now().getTime();
    const key = `${tenantId} ${id}`;
    const known = kept.get(key);
    if (known && known.until > now) return known.address;
    if (kept.size >= mostKept) kept.clear();
    const address = read(tenantId, id);
    address.catch(() => kept.delete(key));
    kept.set(key, { until: now + keptForMs, address });
    return address;
  };
}

const page = (words: Words, status: number, key: Parameters<Words['say']>[0]): WebPage =>
  plainPage(words, status, words.say('digests.link.title'), words.say(key));
