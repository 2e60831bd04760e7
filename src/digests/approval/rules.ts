import { noEvents } from '../../outbox/event.ts';
import type { By } from '../../people/by.ts';
import type { Content, Edition, Reason } from '../model.ts';
import { type Draft, withDraftEvent } from './model.ts';

/** What somebody did to a draft came to. `meanwhile`: another was quicker. `over`: it has gone, or never will. */
export type Refusal = 'meanwhile' | 'over';

export type ApproveOutcome =
  | { readonly kind: 'approved'; readonly next: Draft }
  | { readonly kind: 'standing' | 'own' | Refusal };

interface Doing {
  readonly id: string;
  readonly by: By;
  /** The version that the person saw. */
  readonly seen: number;
  readonly now: Date;
  /** Its articles that the editors have hidden. */
  readonly hidden: ReadonlySet<string>;
}

/**
 * A draft that somebody approves who is not its author: whoever changed it last. One whose time has passed goes at
 * once.
 */
export function approve(draft: Draft, doing: Doing, mayApproveOwn: boolean): ApproveOutcome {
  const { id, by, seen, now, hidden } = doing;
  if (draft.state === 'sent' || draft.state === 'lapsed') return { kind: 'over' };
  if (draft.state === 'approved') return { kind: 'standing' };
  if (draft.version !== seen) return { kind: 'meanwhile' };
  if (draft.changedBy?.personId === by.personId && !mayApproveOwn) return { kind: 'own' };
  const approved = { ...draft, approvedBy: by, version: draft.version + 1 };
  const next =
    draft.dueAt <= now.toISOString()
      ? freeze(id, approved, hidden, now)
      : withDraftEvent(id, approved, 'changed', now, { state: 'approved' });
  return { kind: 'approved', next };
}

/** How somebody wants a draft changed: ids of what is to be swapped or dropped. */
export interface Wished {
  readonly opening: string;
  readonly swap: readonly string[];
  readonly drop: readonly string[];
}

export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly next: Draft }
  | { readonly kind: 'standing' | 'noSpare' | 'empty' | Refusal };

/** A draft that somebody changes; what was approved must be approved again. */
export function change(draft: Draft, wished: Wished, { id, by, seen, now, hidden }: Doing): ChangeOutcome {
  if (draft.state === 'sent' || draft.state === 'lapsed') return { kind: 'over' };
  if (draft.version !== seen) return { kind: 'meanwhile' };
  if (wished.swap.length + wished.drop.length === 0 && wished.opening === draft.opening)
    return { kind: 'standing' };
  let next = { ...draft, opening: wished.opening };
  for (const one of wished.swap) {
    const swapped = swap(next, one, hidden);
    if (!swapped) return { kind: 'noSpare' };
    next = swapped;
  }
  for (const one of wished.drop) next = drop(next, one);
  if (isEmpty(next)) return { kind: 'empty' };
  const { approvedBy: _, ...rest } = next;
  return {
    kind: 'changed',
    next: withDraftEvent(id, rest, 'changed', now, {
      state: 'open',
      changedBy: by,
      version: draft.version + 1,
    }),
  };
}

/** Undefined when there is no other that could take its place. */
function swap(draft: Draft, out: string, hidden: ReadonlySet<string>): Draft | undefined {
  const isCase = draft.caseId === out;
  const spares = isCase ? draft.spareCases : draft.spareArticles;
  const into = spares.find(({ id }) => !hidden.has(id));
  if (!into || !(isCase || draft.articleIds.includes(out))) return undefined;
  const left = spares.slice(spares.indexOf(into) + 1);
  const { [out]: _, ...why } = draft.why;
  const chosen: Reason[] = ['chosenByEditors', ...into.why];
  const both = { ...draft, why: { ...why, [into.id]: chosen } };
  return isCase
    ? { ...both, caseId: into.id, spareCases: left }
    : {
        ...both,
        articleIds: draft.articleIds.map((id) => (id === out ? into.id : id)),
        setAside: [...draft.setAside, out],
        spareArticles: left,
      };
}

function drop(draft: Draft, out: string): Draft {
  const { caseId, articleIds } = draft;
  const { caseId: _, ...rest } = draft;
  const without = (ids: readonly string[]) => ids.filter((id) => id !== out);
  return {
    ...rest,
    ...(caseId !== undefined && caseId !== out && { caseId }),
    articleIds: without(articleIds),
    setAside: articleIds.includes(out) ? [...draft.setAside, out] : draft.setAside,
    ideas: without(draft.ideas),
    projects: without(draft.projects),
    spread: without(draft.spread),
  };
}

const isEmpty = ({ articleIds, caseId, ideas, projects, spread }: Content): boolean =>
  articleIds.length + ideas.length + projects.length + spread.length === 0 && caseId === undefined;

/** When the lead, or so large a part of the articles, is gone, it is another edition than was approved. */
const substantialPart = 1 / 3;

/** The draft as it goes: nothing changes it any more. Articles that were hidden meanwhile do not go along. */
export function freeze(id: string, draft: Draft, hidden: ReadonlySet<string>, now: Date): Draft {
  const { articleIds } = draft;
  const withdrawn = articleIds.filter((article) => hidden.has(article));
  const substantial =
    withdrawn.length > 0 &&
    (withdrawn[0] === articleIds[0] || withdrawn.length >= articleIds.length * substantialPart);
  return withDraftEvent(id, draft, 'sent', now, {
    state: 'sent',
    sent: { at: now.toISOString(), withdrawn, substantial },
  });
}

/** A draft that will not be sent; undefined when it is sent or is one already. */
export const lapse = (
  id: string,
  draft: Draft,
  why: NonNullable<Draft['lapsed']>,
  now: Date,
): Draft | undefined =>
  draft.state === 'open' || (draft.state === 'approved' && why === 'notNeeded')
    ? withDraftEvent(id, draft, 'changed', now, { state: 'lapsed', lapsed: why })
    : undefined;

/**
 * The edition of a draft: of one that was sent always the same.
 * @param withdrawnNote says that so many articles are left out.
 */
export function editionOf(draft: Draft, withdrawnNote: (articles: number) => string): Edition {
  const { articleIds, ideas, projects, spread, medianDays, themeOf, why, cutOff, caseId, opening, setAside } =
    draft;
  const { at = draft.composedAt, withdrawn = [], substantial = false } = draft.sent ?? {};
  const themes = [...articleIds, ...(caseId === undefined ? [] : [caseId])].flatMap(
    (id) => themeOf[id] ?? [],
  );
  return {
    articleIds: substantial ? articleIds : articleIds.filter((id) => !withdrawn.includes(id)),
    ...(caseId !== undefined && { caseId }),
    ideas,
    projects,
    spread,
    ...(medianDays !== undefined && { medianDays }),
    themes: [...new Set(themes)].sort(),
    why,
    cutOff,
    composedAt: at,
    ...(opening !== '' && { opening }),
    ...(setAside.length > 0 && { setAside }),
    ...(substantial && {
      correction: { n: 1, note: withdrawnNote(withdrawn.length), without: withdrawn },
    }),
    ...noEvents,
  };
}
