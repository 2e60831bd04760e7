import { enclosedParts } from './enclosed.ts';

export interface HtmlTag {
  readonly name: string;
  /** Names in small letters; values without their character references. */
  readonly attributes: Readonly<Record<string, string>>;
}

// What we look for stands near the start of a page; a hostile page may be endless.
const mostHtml = 200_000;

/** The tags of these names in their order. Comments and scripts are passed over. Reads what is malformed as far as it goes. */
export function tagsIn(html: string, names: readonly string[]): readonly HtmlTag[] {
  const wanted = new RegExp(`<(${names.join('|')})\\b([^>]{0,1000})>`, 'giu');
  const read = without(without(html.slice(0, mostHtml), '<!--', '-->'), '<script', '</script');
  return [...read.matchAll(wanted)].map(([, name = '', inside = '']) => ({
    name: name.toLowerCase(),
    attributes: attributesIn(inside),
  }));
}

const without = (html: string, open: string, close: string): string =>
  enclosedParts(html, open, close)
    .map(({ enclosed, text }) => (enclosed ? '' : text))
    .join('');

function attributesIn(inside: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of inside.matchAll(
    /([a-z][\w:.-]{0,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]{1,2000}))/giu,
  ))
    attributes[name.toLowerCase()] ??= unescaped(double ?? single ?? bare ?? '').trim();
  return attributes;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/giu, (all, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (name) return named[name.toLowerCase()] ?? all;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
