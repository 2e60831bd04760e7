import { lastOf } from '../ideas/lifecycle.ts';
import type { Submission } from '../ideas/model.ts';
import { withStep } from '../ideas/steps.ts';
import { withEvent } from '../outbox/event.ts';
import type { By } from '../people/by.ts';
import { addMonths } from '../time/local-dates.ts';
import { type Change, type ControlRecord, mostChanges } from './model.ts';
import { stands } from './standing.ts';

/** Raised when something was changed at a control; `data.change` is its id. */
export const controlChanged = 'control.changed';

/** How long a change has to bring benefits before they are asked for. */
const benefitMonths = 6;

export type ChangeOutcome =
  | { readonly kind: 'done'; readonly next: ControlRecord }
  /** The same form again. */
  | { readonly kind: 'standing' }
  /** Another has marked all of them meanwhile. */
  | { readonly kind: 'meanwhile'; readonly change: Change };

interface Marked {
  readonly by: By;
  readonly confirmedBy?: By;
  readonly what: string;
  readonly barriers: readonly string[];
  /** When those of them were taken up again that a change had ended before. */
  readonly reopenedAt?: ReadonlyMap<string, string>;
}

/** When each of these was last taken up again, of those that were. */
export const reopenedAt = (barriers: ReadonlyMap<string, Submission>): ReadonlyMap<string, string> =>
  new Map(
    [...barriers].flatMap(([reference, one]) => {
      const at = lastOf(one, 'reopened')?.at;
      return at ? [[reference, at] as const] : [];
    }),
  );

/**
 * The control with what was changed. A barrier is ended by one change alone: of two who mark it at once, the first is
 * kept.
 */
export function markChanged(
  record: ControlRecord,
  id: string,
  { by, confirmedBy, what, barriers, reopenedAt = new Map() }: Marked,
  now: Date,
): ChangeOutcome {
  if (record.changes.some((change) => change.id === id)) return { kind: 'standing' };
  const endedBy = (reference: string) =>
    record.changes.findLast(
      (change) => change.barriers.includes(reference) && change.at >= (reopenedAt.get(reference) ?? ''),
    );
  const left = barriers.filter((reference) => !endedBy(reference));
  if (left.length === 0) {
    const change = barriers.map(endedBy).find((one) => one !== undefined);
    return change ? { kind: 'meanwhile', change } : { kind: 'standing' };
  }
  const at = now.toISOString();
  const changes = [
    ...record.changes,
    { id, by, ...(confirmedBy && { confirmedBy }), at, what, barriers: left },
  ].slice(-mostChanges);
  return {
    kind: 'done',
    next: withEvent(
      { ...record, changes },
      { id: `controls/${record.control}/change/${id}`, type: controlChanged, at, data: { change: id } },
    ),
  };
}

/**
 * The barrier as a change ends it: adopted, with what was changed as the reason that its author reads. Undefined when it
 * does not stand any more.
 */
export function endBarrier(submission: Submission, change: Change, today: string): Submission | undefined {
  const takenUpAgain = lastOf(submission, 'reopened')?.at ?? '';
  if (!stands(submission) || takenUpAgain > change.at) return undefined;
  const { by, confirmedBy = by, what, id } = change;
  const { questionAsked: _, actOn: __, ...rest } = submission;
  const step = { what: 'decided', by, decision: 'adopted', reason: what, changed: true } as const;
  return withStep(rest, step, new Date(change.at), {
    state: 'adopted',
    owner: submission.owner ?? confirmedBy,
    changedBy: id,
    benefitsOn: submission.benefitsOn ?? addMonths(today, benefitMonths),
  });
}
