import type { By, Submission } from '../ideas/model.ts';
import { withStep } from '../ideas/steps.ts';
import type { Subjects } from '../subjects/codes.ts';

/** The submission under the theme and topics a triager chose; undefined when it is under these already. */
export function correctSubjects(
  submission: Submission,
  by: By,
  { theme, topics }: Subjects,
  now: Date,
): Submission | undefined {
  const same =
    submission.theme === theme &&
    submission.topics.length === topics.length &&
    submission.topics.every((topic) => topics.includes(topic));
  if (same) return undefined;
  const { theme: _, ...rest } = submission;
  const chosen = { ...(theme && { theme }), topics: [...topics] };
  return withStep(rest, { what: 'corrected', by, ...chosen }, now, chosen);
}
