import type { Submission } from '../ideas/model.ts';
import { withStep } from '../ideas/steps.ts';
import type { By } from '../people/by.ts';

/** Where a submission and its history keep what people wrote. Ids, names, instants and codes are not among them. */
const written = [
  'title',
  'change',
  'benefit',
  'stops',
  'question',
  'answer',
  'reason',
  'message',
  'news',
  'link',
  'happened',
  'learnt',
  'measure',
  'other',
  'text',
];

export interface Redaction {
  readonly by: By;
  readonly found: string;
  readonly reason: string;
  /** What stands in the place of the words. */
  readonly gap: string;
  /** The words stand in its comments, so that their removal is kept even if they stand nowhere else. */
  readonly elsewhere?: boolean;
}

/** Makes a text one without these words. */
export function withoutWords(found: string, gap: string): (text: string) => string {
  const pattern = patternOf(found);
  return (text) => text.replace(pattern, () => gap);
}

/**
 * The submission without these words anywhere, its history included, and with who removed them and why; undefined
 * when they do not stand in it. Letter case and white space between words make no difference.
 */
export function redact(
  submission: Submission,
  { by, found, reason, gap, elsewhere = false }: Redaction,
  now: Date,
): Submission | undefined {
  const without = withoutWords(found, gap);
  const { link, moreLinks, ...rest } = submission;
  const isClean = (url: string): boolean => without(url) === url;
  const cleared: Submission = {
    ...clear(rest, without),
    // A web address with a gap in it leads nowhere.
    ...(link && isClean(link) && { link }),
    ...(moreLinks && { moreLinks: moreLinks.filter(isClean) }),
  };
  if (
    !elsewhere &&
    JSON.stringify(cleared) ===
      JSON.stringify({ ...rest, ...(link && { link }), ...(moreLinks && { moreLinks }) })
  )
    return undefined;
  return withStep(cleared, { what: 'redacted', by, reason }, now);
}

/** Whether a text has the words in it. */
export const hasWords = (text: string, found: string): boolean => text.search(patternOf(found)) >= 0;

const patternOf = (found: string): RegExp =>
  new RegExp(
    found
      .trim()
      .split(/\s+/u)
      .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'))
      .join('\\s+'),
    'giu',
  );

/** The same value with every written text changed, however deep it stands. */
function clear<T>(value: T, change: (text: string) => string): T;
function clear(value: unknown, change: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => clear(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'string' && written.includes(key) ? change(item) : clear(item, change),
    ]),
  );
}
