import { articleFromEntry, type NewArticle } from '../feeds/article-from-entry.ts';
import { hostOf } from '../feeds/feed-address.ts';
import { plainText } from '../feeds/plain-text.ts';
import { type HtmlTag, tagsIn } from '../html-tags.ts';
import { webAddress } from '../web-address.ts';

/**
 * The article that a page tells of in its head: by OpenGraph, else by its plain title and description. Undefined for a
 * page that does not say its title.
 * @param address where the page was found.
 */
export function pageArticle(html: string, address: string, now: Date): NewArticle | undefined {
  const tags = tagsIn(html, ['html', 'meta', 'link']);
  const meta = metaOf(tags);
  const title = meta('og:title', 'twitter:title') ?? /<title\b[^>]{0,200}>([^<]{1,2000})/iu.exec(html)?.[1];
  if (!title || plainText(title) === '') return undefined;
  const site = new URL('/', address).href;
  const image = meta('og:image:secure_url', 'og:image', 'og:image:url');
  const alt = meta('og:image:alt');
  return articleFromEntry(
    {
      title,
      link: canonical(tags, meta('og:url'), address),
      texts: [meta('og:description', 'description', 'twitter:description') ?? ''].filter(
        (text) => text !== '',
      ),
      author: nameIn(meta('author', 'article:author')),
      published: meta('article:published_time', 'date', 'dc.date'),
      language: tags.find(({ name }) => name === 'html')?.attributes.lang ?? meta('og:locale'),
      picture: image && alt ? { address: image, alt } : undefined,
    },
    { name: plainText(meta('og:site_name') ?? '') || hostOf(address), site, feed: address, base: address },
    now,
  );
}

function metaOf(tags: readonly HtmlTag[]): (...names: readonly string[]) => string | undefined {
  const told = new Map<string, string>();
  for (const { name, attributes } of tags) {
    const about = (attributes.property ?? attributes.name ?? '').toLowerCase();
    if (name === 'meta' && about && attributes.content && !told.has(about))
      told.set(about, attributes.content);
  }
  return (...names) => names.map((name) => told.get(name)).find((content) => content !== undefined);
}

/** Some pages name their author by an address. */
const nameIn = (author: string | undefined): string | undefined =>
  author && /^https?:/iu.test(author) ? undefined : author;

/** The address that a page gives as its own, if that is on the same site: nobody speaks for another. */
function canonical(tags: readonly HtmlTag[], told: string | undefined, address: string): string {
  const named = tags.find(
    ({ name, attributes }) => name === 'link' && /^canonical$/iu.test(attributes.rel ?? ''),
  );
  const own = [named?.attributes.href, told]
    .map((href) => webAddress(href, address))
    .find((href) => href !== undefined && siteOf(href) === siteOf(address));
  return own ?? address;
}

const siteOf = (address: string): string => hostOf(address).replace(/^www\./u, '');
