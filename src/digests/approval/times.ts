import type { Approval } from '../parts.ts';

const hourMs = 60 * 60 * 1000;
/** A reminder comes so long before an edition is due, or as near to that as working time allows. */
const remindsBeforeMs = hourMs;
/** Far longer than any row of days on which nobody works. */
const mostHoursBack = 24 * 14;

/**
 * The last local date of which editions are drafted now: that of the next working day. So each is drafted on the
 * working day before it is due, whatever weekends and bank holidays lie between.
 */
export const draftsUntil = ({ calendar, localDate }: Approval, now: Date): string =>
  localDate(calendar.addWorkingDays(now, 1));

/** An hour before an edition is due; when nobody works then, the last hour before in which somebody does. */
export function reminderFor({ calendar }: Approval, dueAt: string): string | undefined {
  let at = Date.parse(dueAt) - remindsBeforeMs;
  for (let hours = 0; hours < mostHoursBack; hours++) {
    if (calendar.isWorkingTime(new Date(at))) return new Date(at).toISOString();
    at -= hourMs;
  }
  return undefined;
}
