import type { Turn } from '../bot/turn.ts';
import { isOwn } from './mine.ts';
import { type Submission, submissions } from './model.ts';
import type { AuthorParts } from './show-story.ts';
import { changeSubmission } from './steps.ts';

/**
 * Changes a submission for its author and hands on what that causes. `change` returns undefined where nothing is to
 * be done. Resolves to the submission as it stands; undefined when there is none or it is somebody else's, which an
 * anonymous one always is.
 */
export async function changeOwn(
  { store, relay }: AuthorParts,
  { actor }: Turn,
  reference: string,
  change: (submission: Submission) => Submission | undefined,
): Promise<Submission | undefined> {
  const isTheirs = isOwn(actor);
  const submission = await changeSubmission(store, actor.tenantId, reference, (current) =>
    isTheirs(current) ? change(current) : undefined,
  );
  if (!submission || !isTheirs(submission)) return undefined;
  if (submission.eventsPending) relay(submissions, actor.tenantId, reference);
  return submission;
}
