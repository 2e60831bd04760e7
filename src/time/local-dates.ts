/** A local date such as `2026-11-30`, some months later; the end of the month where that one has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDate(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** The local date half-way between two, the earlier of the two middles. */
export const halfWay = (from: string, to: string): string => isoDate((Date.parse(from) + Date.parse(to)) / 2);

const isoDate = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
