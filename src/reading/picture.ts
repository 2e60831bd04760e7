import { cleanText } from '../bot/typed-text.ts';
import { cutAtWord } from './cut-at-word.ts';
import { tagsIn } from './html-tags.ts';
import { type Article, longestAlt } from './model.ts';
import { webAddress } from './web-address.ts';

type Picture = NonNullable<Article['picture']>;

/**
 * A picture as we keep it: an https address with the words that the source gives for it. Undefined without words,
 * because a picture that nobody describes is of no use to those who do not see it.
 */
export function pictureOf(
  address: string | undefined,
  alt: string | undefined,
  base?: string,
): Picture | undefined {
  const words = cutAtWord(cleanText(alt ?? '').replace(/\s+/gu, ' '), longestAlt);
  const found = webAddress(address, base);
  if (!found?.startsWith('https:') || words === '') return undefined;
  return { address: found, alt: words };
}

// Nobody looks at a picture of this size: it counts readers.
const isSpeck = (size: string | undefined): boolean => size !== undefined && Number(size) <= 2;

/** The first described picture in a text of HTML. */
export function pictureIn(html: string, base?: string): Picture | undefined {
  for (const { attributes } of tagsIn(html, ['img'])) {
    if (isSpeck(attributes.width) || isSpeck(attributes.height)) continue;
    const picture = pictureOf(attributes.src, attributes.alt, base);
    if (picture) return picture;
  }
  return undefined;
}
