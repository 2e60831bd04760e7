/** What calendars and clocks on the wall show at an instant. */
export interface WallTime {
  /** As `2026-03-03`. */
  readonly date: string;
  /** As `09:30`. */
  readonly time: string;
  /** 1 (Monday) to 7 (Sunday). */
  readonly weekday: number;
}

/** @param timeZone an IANA name. Returns a reader of the local time there. */
export function wallClock(timeZone: string): (instant: Date) => WallTime {
  // The Swedish way of writing an instant is `2026-03-03 09:30`.
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return (instant) => {
    const [date = '', time = ''] = format.format(instant).split(' ');
    return { date, time, weekday: new Date(date).getUTCDay() || 7 };
  };
}
