/** The month before another, both as `2026-11`. */
export const monthBefore = (month: string): string => monthsAfter(month, -1);

/** The month after another, both as `2026-11`. */
export const monthAfter = (month: string): string => monthsAfter(month, 1);

function monthsAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
