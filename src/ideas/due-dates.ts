import type { WorkingCalendar } from '../time/working-calendar.ts';
import type { HistoryEntry } from './model.ts';

/** By when the innovation team acknowledges and decides. */
export interface DueDates {
  readonly acknowledge: Date;
  readonly decide: Date;
}

interface Dated {
  readonly createdAt: string;
  readonly history?: readonly HistoryEntry[];
}

/**
 * Counted in working days from the moment of sending, as UK schemes do (2 and 10 by default), and anew from the
 * moment its author asked again.
 */
export const dueDatesBy =
  (calendar: WorkingCalendar, days: { acknowledge: number; decide: number }) =>
  ({ createdAt, history = [] }: Dated): DueDates => {
    const from = new Date(history.findLast(({ what }) => what === 'askedAgain')?.at ?? createdAt);
    return {
      acknowledge: calendar.addWorkingDays(from, days.acknowledge),
      decide: calendar.addWorkingDays(from, days.decide),
    };
  };
