import { compile } from 'html-to-text';

type Selectors = NonNullable<NonNullable<Parameters<typeof compile>[0]>['selectors']>;

interface HtmlReading {
  /** The most characters that are read: the rest is not worth it. */
  readonly most: number;
  readonly depth: number;
  readonly children: number;
  /** What stands before each point of a list. */
  readonly point: string;
  /** What else is read otherwise than usual. */
  readonly selectors: Selectors;
}

// Of links what they are called; headings as they are written; nothing that is not read.
const usual: Selectors = [
  { selector: 'a', options: { ignoreHref: true } },
  { selector: 'img', format: 'skip' },
  { selector: 'style', format: 'skip' },
  { selector: 'script', format: 'skip' },
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
];

/** Makes plain text of HTML that comes from outside, whatever it holds: never more, and never deeper, than is said. */
export function htmlReader({
  most,
  depth,
  children,
  point,
  selectors,
}: HtmlReading): (html: string) => string {
  const read = compile({
    wordwrap: false,
    limits: { maxDepth: depth, maxChildNodes: children, maxInputLength: most, ellipsis: '' },
    selectors: [...usual, { selector: 'ul', options: { itemPrefix: point } }, ...selectors],
  });
  // Cut here: the library warns aloud of what is longer.
  return (html) => read(html.slice(0, most)).toWellFormed();
}
