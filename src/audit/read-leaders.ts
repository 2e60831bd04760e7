import { type Submission, submissions } from '../ideas/model.ts';
import { thankedName } from '../ideas/thanks.ts';
import { dayMs } from '../time/days.ts';
import { monthBefore } from '../time/months.ts';
import type { ShownControl } from './cards.ts';
import { changesOf } from './lines.ts';
import type { AuditParts } from './parts.ts';
import { shownControls } from './show.ts';

/** What the card for leaders of a month tells: how things stand now, and what the month before has brought. */
export interface Leaders {
  /** As `2026-12`: the month in which it comes. */
  readonly month: string;
  readonly controls: readonly ShownControl[];
  readonly changes: ReturnType<typeof changesOf>;
  /** Whose authors agreed to be thanked by name. */
  readonly thanked: readonly Submission[];
}

const mostThanked = 100;
// More than the month before and any time zone.
const looksBackMs = 64 * dayMs;

export async function readLeaders(
  parts: Pick<AuditParts, 'store' | 'controlOwners' | 'localDate'>,
  tenantId: string,
  month: string,
): Promise<Leaders> {
  const { store, localDate } = parts;
  const told = monthBefore(month);
  const isOf = (instant: string) => localDate(new Date(instant)).slice(0, 7) === told;
  const atLeast = new Date(Date.parse(`${month}-01`) - looksBackMs).toISOString();
  const [controls, { documents }] = await Promise.all([
    shownControls(parts, tenantId),
    store.query(submissions, tenantId, { where: { 'thanks.at': { atLeast } }, limit: mostThanked }),
  ]);
  return {
    month,
    controls: controls.filter(({ standing }) => standing.barriers.length > 0),
    changes: changesOf(controls.flatMap(({ record }) => record ?? [])).filter(({ at }) => isOf(at)),
    thanked: documents
      .map(({ body }) => body)
      .filter((one) => thankedName(one) !== undefined && isOf(one.thanks?.at ?? one.createdAt))
      .toSorted((a, b) => ((a.thanks?.at ?? '') < (b.thanks?.at ?? '') ? -1 : 1)),
  };
}
