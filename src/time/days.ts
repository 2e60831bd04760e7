/** A day of 24 hours: what is kept or looked back upon needs no calendar. */
export const dayMs = 86_400_000;

/** The instant so many days of 24 hours after another, as ISO text. */
export const daysAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * dayMs).toISOString();
