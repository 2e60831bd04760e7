import type { WorkingCalendar } from '../time/working-calendar.ts';

/** By when the innovation team acknowledges and decides. */
export interface DueDates {
  readonly acknowledge: Date;
  readonly decide: Date;
}

/** Counted in working days from the moment of sending, as UK schemes do (2 and 10 by default). */
export const dueDatesBy =
  (calendar: WorkingCalendar, days: { acknowledge: number; decide: number }) =>
  ({ createdAt }: { createdAt: string }): DueDates => ({
    acknowledge: calendar.addWorkingDays(new Date(createdAt), days.acknowledge),
    decide: calendar.addWorkingDays(new Date(createdAt), days.decide),
  });
