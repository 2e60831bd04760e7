import type { Submission } from './model.ts';
import { withStep } from './steps.ts';
import { mostLinks } from './terms.ts';

export type AddLinkOutcome =
  | { readonly kind: 'linked'; readonly next: Submission }
  | { readonly kind: 'standing' }
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'withdrawn' };

export const linksOf = ({ link, moreLinks = [] }: Submission): readonly string[] =>
  link ? [link, ...moreLinks] : moreLinks;

export const mayAddLink = (submission: Submission): boolean =>
  submission.state !== 'withdrawn' && linksOf(submission).length < mostLinks;

/** What a link of its author adds to a submission, decided or not. */
export function addLink(submission: Submission, link: string, now: Date): AddLinkOutcome {
  if (linksOf(submission).includes(link)) return { kind: 'standing' };
  if (submission.state === 'withdrawn') return { kind: 'withdrawn' };
  if (!mayAddLink(submission)) return { kind: 'tooMany' };
  const changed = submission.link ? { moreLinks: [...(submission.moreLinks ?? []), link] } : { link };
  return { kind: 'linked', next: withStep(submission, { what: 'linked', link }, now, changed) };
}
