import { mayBecome } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import type { Project } from '../ideas/plans.ts';
import { withNextAsk } from '../ideas/project.ts';
import { withStep } from '../ideas/steps.ts';
import type { By } from '../people/by.ts';

export type PublishOutcome =
  | { readonly kind: 'published'; readonly next: Submission }
  | { readonly kind: 'standing' }
  | { readonly kind: 'ownProject' };

/**
 * What publishing does to a project: everybody can read of it, and its lead is asked for an update at its dates.
 * Nobody publishes their own (lifted by the setting that lets people decide on their own ideas).
 */
export function publish(submission: Submission, by: By, now: Date, mayDecideOwn: boolean): PublishOutcome {
  if (!mayBecome(submission, 'published')) return { kind: 'standing' };
  if (!mayDecideOwn && submission.author?.personId === by.personId) return { kind: 'ownProject' };
  const { questionAsked: _, ...rest } = submission;
  const { author } = submission;
  const project: Project = submission.project ?? { stage: 'practice', ...(author && { lead: author }) };
  const next = withStep(rest, { what: 'published', by }, now, {
    state: 'published',
    owner: submission.owner ?? by,
    project: withNextAsk(project),
  });
  return { kind: 'published', next };
}
