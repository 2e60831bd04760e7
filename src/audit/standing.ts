import { lastOf, mayBecome, mayMove } from '../ideas/lifecycle.ts';
import { type Submission, submissions } from '../ideas/model.ts';
import { controls, states } from '../ideas/terms.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { everyDocument } from '../store/every-document.ts';
import type { Control, ControlRecord } from './model.ts';

/** A barrier whose author named no control stands apart. */
export type At = Control | 'none';

/** The barriers of one control that still stand, and what their authors say they cost. */
export interface Standing {
  readonly at: At;
  /** Newest first. */
  readonly barriers: readonly Submission[];
  /** Hours of work a month, of those who put a figure to it. */
  readonly hours: number;
  readonly counted: number;
}

/** A barrier stands until what stops the work was changed, it was declined or its author took it back. */
export const stands = (submission: Submission): boolean =>
  submission.kind === 'barrier' &&
  submission.changedBy === undefined &&
  (submission.state === 'adopted' || mayBecome(submission, 'adopted'));

const standingStates = states.filter((state) => state === 'adopted' || mayMove(state, 'adopted'));

const pageSize = 200;

/** Every barrier that stands, newest first. */
export async function standingBarriers(
  store: DocumentStore,
  tenantId: string,
): Promise<readonly Submission[]> {
  const found: Submission[] = [];
  for await (const { body } of everyDocument(store, submissions, tenantId, {
    where: { kind: 'barrier', state: { in: standingStates } },
    orderBy: { field: 'createdAt', direction: 'descending' },
    limit: pageSize,
  }))
    if (stands(body)) found.push(body);
  return found;
}

/**
 * The controls with the barriers that stand there, those that stop most first. What a change has ended counts no more,
 * even while the barrier itself is still on its way to being adopted.
 */
export function byControl(
  barriers: readonly Submission[],
  records: ReadonlyMap<Control, ControlRecord>,
): readonly Standing[] {
  const endedAt = new Map(
    [...records.values()].flatMap(({ changes }) =>
      changes.flatMap((change) => change.barriers.map((reference) => [reference, change.at] as const)),
    ),
  );
  const left = barriers.filter((one) => {
    const at = endedAt.get(one.reference);
    // One that was taken up again after the change stands once more.
    return at === undefined || at < (lastOf(one, 'reopened')?.at ?? '');
  });
  const groups = [...controls, 'none' as const].map((at): Standing => {
    const here = left.filter(({ control = 'none' }) => control === at);
    const hours = here.flatMap(({ hoursAMonth }) => hoursAMonth ?? []);
    return {
      at,
      barriers: here,
      hours: hours.reduce((sum, one) => sum + one, 0),
      counted: hours.length,
    };
  });
  return groups.toSorted((a, b) => b.barriers.length - a.barriers.length || b.hours - a.hours);
}

/** All controls as they stand, of the barriers that `isWithin` lets through. */
export async function readAudit(
  store: DocumentStore,
  tenantId: string,
  records: ReadonlyMap<Control, ControlRecord>,
  isWithin: (submission: Submission) => boolean = () => true,
): Promise<readonly Standing[]> {
  return byControl((await standingBarriers(store, tenantId)).filter(isWithin), records);
}

export const standingAt = (audit: readonly Standing[], at: At): Standing =>
  audit.find((one) => one.at === at) ?? { at, barriers: [], hours: 0, counted: 0 };
