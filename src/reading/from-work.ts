import type { Turn } from '../bot/turn.ts';
import type { CaseDraft } from './own-cases/case-draft.ts';
import type { Written } from './write/proposal.ts';

/** An article begun from the work it tells of. */
export interface ArticleDraft {
  readonly written: Written;
  /** Who writes it asked, in that work, not to be named to everybody. */
  readonly unnamed: boolean;
  /** Whoever the work comes from is not named to everybody. */
  readonly authorUnnamed: boolean;
}

/**
 * What our own work gives to an article or a case study of it. The rooms above make it, which know that work. Both
 * resolve to undefined when there is nothing to tell of yet, or the actor of the turn may not.
 */
export interface FromWork {
  article(turn: Turn, idea: string): Promise<ArticleDraft | undefined>;
  caseStudy(turn: Turn, idea: string): Promise<CaseDraft | undefined>;
}
