import type { Submission } from '../ideas/model.ts';
import { withStep } from '../ideas/steps.ts';
import type { By } from '../people/by.ts';
import type { Subjects } from '../subjects/codes.ts';

/** The submission under the theme, topics and service a triager chose; undefined when it is under these already. */
export function correctSubjects(
  submission: Submission,
  by: By,
  { theme, topics, service, reason }: Subjects & { readonly service?: string; readonly reason?: string },
  now: Date,
): Submission | undefined {
  const same =
    submission.theme === theme &&
    (service === undefined || (submission.service ?? '') === service) &&
    submission.topics.length === topics.length &&
    submission.topics.every((topic) => topics.includes(topic));
  if (same) return undefined;
  const { theme: _, ...rest } = submission;
  const chosen = { ...(theme && { theme }), topics: [...topics], ...(service && { service }) };
  return withStep(rest, { what: 'corrected', by, ...chosen, ...(reason && { reason }) }, now, chosen);
}
