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
  // Many ask within one minute, and no clock moves on by less.
  let known: { readonly minute: number; readonly shown: WallTime } | undefined;
  return (instant) => {
    const minute = Math.floor(instant.getTime() / 60_000);
    if (known?.minute === minute) return known.shown;
    const [date = '', time = ''] = format.format(instant).split(' ');
    const shown = { date, time, weekday: new Date(date).getUTCDay() || 7 };
    known = { minute, shown };
    return shown;
  };
}
