import { classify } from '../subjects/classify.ts';
import type { Wording } from './history.ts';
import { isUndecided, lastOf } from './lifecycle.ts';
import type { Submission } from './model.ts';
import { withStep } from './steps.ts';
import { mostEdits } from './terms.ts';

export type EditOutcome =
  | { readonly kind: 'edited'; readonly next: Submission }
  | { readonly kind: 'standing' }
  /** Edited from another window after this one was opened. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'decided' }
  | { readonly kind: 'tooOften' };

export const wordingOf = ({ title, change, benefit, service }: Submission): Wording => ({
  title,
  change,
  ...(benefit && { benefit }),
  ...(service && { service }),
});

/**
 * What an edit does to a submission: what stood before stays in the history. Theme and topics follow the new words
 * unless somebody has corrected them.
 * @param seen the length of the history that the author saw.
 */
export function edit(
  submission: Submission,
  { wording, seen }: { wording: Wording; seen: number },
  now: Date,
): EditOutcome {
  const before = wordingOf(submission);
  if (isSame(before, wording)) return { kind: 'standing' };
  if (!isUndecided(submission.state)) return { kind: 'decided' };
  const last = lastOf(submission, 'edited');
  if (last && last.n >= seen) return { kind: 'meanwhile' };
  if (submission.history.filter(({ what }) => what === 'edited').length >= mostEdits)
    return { kind: 'tooOften' };
  const { benefit, service, theme, ...rest } = submission;
  const subjects = lastOf(submission, 'corrected') ? submission : classify(textOf(wording));
  const changed = {
    ...wording,
    ...(subjects.theme && { theme: subjects.theme }),
    topics: [...subjects.topics],
  };
  return { kind: 'edited', next: withStep(rest, { what: 'edited', before }, now, changed) };
}

const textOf = ({ title, change, benefit = '' }: Wording): string => `${title}\n${change}\n${benefit}`;

const isSame = (a: Wording, b: Wording): boolean =>
  a.title === b.title && a.change === b.change && a.benefit === b.benefit && a.service === b.service;
