import { withEvent } from '../../outbox/event.ts';
import type { By } from '../../people/by.ts';
import type { Article } from '../../reading/model.ts';
import { editionCorrected } from '../edition-delivery.ts';
import type { Edition } from '../model.ts';

type Told = Pick<Article, 'title' | 'teaser'>;

/** How somebody of the innovation team wants a posted edition put right. */
export interface Mending {
  /** Empty: there are none. */
  readonly opening: string;
  /** Ids and references of what is taken out. */
  readonly drop: readonly string[];
  /** An article that takes the place of one of its own. */
  readonly swap: { readonly out: string; readonly into: string } | undefined;
  /** Words that one of its articles is told by; of those that are empty the former stay. */
  readonly reword: (Told & { readonly article: string; readonly own: Told }) | undefined;
  /** What its readers are told about it; may be empty. */
  readonly note: string;
}

/** `meanwhile`: another was quicker. `done`: this form was sent before. `standing`: it is so already. */
export type PutRightOutcome =
  | { readonly kind: 'putRight'; readonly next: Edition }
  | { readonly kind: 'meanwhile' | 'done' | 'standing' };

interface Doing {
  readonly id: string;
  readonly by: By;
  readonly form: string;
  /** How often it had been put right as far as the person saw. */
  readonly seen: number;
  readonly now: Date;
}

// Who did what lately is enough to tell one form from another.
const mostKept = 20;

/** How often an edition was put right by hand. */
export const timesPutRight = ({ putRight = [] }: Pick<Edition, 'putRight'>): number =>
  putRight.at(-1)?.n ?? 0;

/** The edition as somebody puts it right, which is redrawn wherever it was posted. */
export function putRight(edition: Edition, wished: Mending, doing: Doing): PutRightOutcome {
  const { id, by, form, seen, now } = doing;
  const before = edition.putRight ?? [];
  if (before.some((one) => one.form === form)) return { kind: 'done' };
  if (timesPutRight(edition) !== seen) return { kind: 'meanwhile' };
  const changed = mended(edition, wished);
  if (!changed) return { kind: 'standing' };
  const n = seen + 1;
  const at = now.toISOString();
  return {
    kind: 'putRight',
    next: withEvent(
      { ...changed, putRight: [...before, { n, by, at, form, note: wished.note }].slice(-mostKept) },
      {
        id: `editions/${id}/putRight-${n}`,
        type: editionCorrected,
        at,
        data: wished.swap ? { putIn: wished.swap.into } : {},
      },
    ),
  };
}

/** Undefined when nothing is changed. */
function mended(edition: Edition, { opening, drop, swap, reword }: Mending): Edition | undefined {
  const { opening: said = '', caseId, articleIds } = edition;
  const present = new Set([
    ...articleIds,
    ...edition.ideas,
    ...edition.projects,
    ...edition.spread,
    ...(caseId === undefined ? [] : [caseId]),
  ]);
  const out = new Set(drop.filter((one) => present.has(one)));
  const swapped = swap && articleIds.includes(swap.out) && !present.has(swap.into) ? swap : undefined;
  const reworded = reword && present.has(reword.article) ? reword : undefined;
  if (opening === said && out.size === 0 && !swapped && !reworded) return undefined;
  const without = (ids: readonly string[]) => ids.filter((one) => !out.has(one));
  const gone = articleIds.filter((one) => out.has(one) || one === swapped?.out);
  const { opening: _, caseId: __, ...rest } = edition;
  return {
    ...rest,
    ...(opening !== '' && { opening }),
    ...(caseId !== undefined && !out.has(caseId) && { caseId }),
    articleIds: without(articleIds).map((one) => (one === swapped?.out ? swapped.into : one)),
    ideas: without(edition.ideas),
    projects: without(edition.projects),
    spread: without(edition.spread),
    // No later edition tells what was taken out.
    setAside: [...(edition.setAside ?? []), ...gone],
    ...(swapped && {
      why: { ...edition.why, [swapped.into]: ['chosenByEditors' as const] },
    }),
    ...(reworded && {
      reworded: { ...edition.reworded, [reworded.article]: wordsOf(edition, reworded) },
    }),
  };
}

function wordsOf(
  { reworded = {} }: Edition,
  { article, title, teaser, own }: NonNullable<Mending['reword']>,
): Told {
  const former = reworded[article] ?? own;
  return { title: title || former.title, teaser: teaser || former.teaser };
}
