import { z } from 'zod';
import type { Opinion, Submission } from '../ideas/model.ts';
import { withWork } from '../ideas/steps.ts';
import { withEvent } from '../outbox/event.ts';
import type { By } from '../people/by.ts';

/** Raised when a colleague is asked what they think; `data.opinion` is the id. */
export const opinionAsked = 'idea.opinionAsked';

export const opinionIdSchema = z.string().regex(/^[\w-]{43}$/u);

export const opinionOf = ({ opinions = [] }: Submission, id: string): Opinion | undefined =>
  opinions.find((one) => one.id === id);

/** The id of the event by which a colleague is asked. */
export const opinionEventId = (reference: string, opinion: string): string =>
  `submissions/${reference}/opinion/${opinion}`;

/** The submission with a colleague asked about it; undefined when this form has asked them already. */
export function askOpinion(
  submission: Submission,
  asked: { readonly id: string; readonly of: By; readonly askedBy: By; readonly question: string },
  now: Date,
): Submission | undefined {
  if (opinionOf(submission, asked.id)) return undefined;
  const at = now.toISOString();
  const opinions = [...(submission.opinions ?? []), { ...asked, askedAt: at }];
  return withEvent(
    { ...submission, opinions },
    {
      id: opinionEventId(submission.reference, asked.id),
      type: opinionAsked,
      at,
      data: { opinion: asked.id },
    },
  );
}

/** The submission with what a colleague thinks; the later answer of the same colleague stands. */
export function giveOpinion(
  submission: Submission,
  id: string,
  answer: string,
  now: Date,
): Submission | undefined {
  const given = opinionOf(submission, id);
  if (!given || given.answer === answer) return undefined;
  const answeredAt = now.toISOString();
  return withWork(
    withOpinion(submission, id, { answer, answeredAt, unreachable: false }),
    `opinion/${id}/${answeredAt}`,
    now,
  );
}

/** The submission with the mark that a colleague who was asked cannot be reached. */
export function markUnreachable(
  submission: Submission,
  id: string,
  unreachable: boolean,
  event: { readonly id: string; readonly at: string },
): Submission | undefined {
  const asked = opinionOf(submission, id);
  if (!asked || (asked.unreachable ?? false) === unreachable) return undefined;
  return withWork(withOpinion(submission, id, { unreachable }), event.id, new Date(event.at));
}

const withOpinion = (submission: Submission, id: string, changed: Partial<Opinion>): Submission => ({
  ...submission,
  opinions: (submission.opinions ?? []).map((one) => (one.id === id ? { ...one, ...changed } : one)),
});
