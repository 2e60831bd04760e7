import type { State } from '../ideas/terms.ts';
import type { Article, CaseStudy } from '../reading/model.ts';
import type { Theme, Topic } from '../subjects/codes.ts';
import type { Known } from './model.ts';

/** How an article or a case study stands with its readers. */
interface Standing {
  /** The curators put it forward. */
  readonly featured?: boolean;
  /** How many readers found it useful. */
  readonly useful?: number;
}

export type ArticleCandidate = Known<Article> & Standing;
export type CaseCandidate = Known<CaseStudy> & Standing;

/** Something of the organisation's own that has moved: an idea that was decided, a project that was published. */
export interface Moved {
  readonly reference: string;
  readonly state: State;
  readonly theme?: Theme | undefined;
  readonly topics: readonly Topic[];
  readonly service?: string | undefined;
  readonly movedAt: string;
  /** Of an idea: whole days from its arrival to its decision. */
  readonly days?: number;
}

/** What is tried in another service, as it started or came to a result; `reference` is the id of its record. */
export type Spread = Omit<Moved, 'state' | 'days'>;

/** All that an edition may be made of; in any order. */
export interface Candidates {
  readonly articles: readonly ArticleCandidate[];
  readonly cases: readonly CaseCandidate[];
  readonly ideas: readonly Moved[];
  readonly projects: readonly Moved[];
  readonly spread: readonly Spread[];
}
