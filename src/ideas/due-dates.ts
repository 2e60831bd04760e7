import type { WorkingCalendar } from '../time/working-calendar.ts';
import type { HistoryEntry } from './history.ts';

/** By when the innovation team acknowledges and decides, and from when on the decision is near. */
export interface DueDates {
  readonly acknowledge: Date;
  readonly decide: Date;
  readonly near: Date;
}

const nearDays = 2;

/** The steps after which the innovation team looks at a submission afresh. */
const afresh: readonly HistoryEntry['what'][] = ['askedAgain', 'woken', 'reopened'];

interface Dated {
  readonly createdAt: string;
  readonly history?: readonly HistoryEntry[];
}

/**
 * Counted in working days from the moment of sending, as UK schemes do (2 and 10 by default), and anew from the
 * moment its author asked again, its time came or it was reopened.
 */
export const dueDatesBy =
  (calendar: WorkingCalendar, days: { acknowledge: number; decide: number }) =>
  ({ createdAt, history = [] }: Dated): DueDates => {
    const from = new Date(history.findLast(({ what }) => afresh.includes(what))?.at ?? createdAt);
    return {
      acknowledge: calendar.addWorkingDays(from, days.acknowledge),
      decide: calendar.addWorkingDays(from, days.decide),
      near: calendar.addWorkingDays(from, Math.max(1, days.decide - nearDays)),
    };
  };
