import type { Article, CaseStudy } from '../../reading/model.ts';
import type { Submission } from '../model.ts';
import type { State } from '../terms.ts';

/** What is alike to an idea that somebody is about to send, as it stands in the store now. */
export interface Alike {
  readonly ideas: readonly Submission[];
  readonly reading: readonly AlikeReading[];
}

export type AlikeReading =
  | { readonly kind: 'case'; readonly id: string; readonly study: CaseStudy }
  | { readonly kind: 'article'; readonly id: string; readonly article: Article };

/** Finds what is alike. A help, never a gate: whatever goes wrong, nothing is found, and in time. */
export type FindAlike = (
  tenantId: string,
  idea: { readonly title: string; readonly change: string },
) => Promise<Alike>;

export const nothingAlike: Alike = { ideas: [], reading: [] };

export const mostIdeas = 3;
export const mostReading = 3;

const shownStates: readonly State[] = ['received', 'inReview', 'question', 'trial', 'adopted', 'parked'];

/** What everybody may see: nothing that was declined or withdrawn, and nothing meant for the innovation team only. */
export const mayBeShown = ({ naming, state }: Submission): boolean =>
  naming !== 'teamOnly' && shownStates.includes(state);
