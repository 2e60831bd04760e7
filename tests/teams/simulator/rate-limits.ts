/** At most `calls` within any `seconds`. */
interface Window {
  readonly seconds: number;
  readonly calls: number;
}

/** Teams' published limits for sending to one conversation, per bot. */
export const perConversation: readonly Window[] = [
  { seconds: 1, calls: 7 },
  { seconds: 2, calls: 8 },
  { seconds: 30, calls: 60 },
  { seconds: 3600, calls: 1800 },
];

/** And for everything a bot does in one tenant. */
export const perTenant: readonly Window[] = [{ seconds: 1, calls: 50 }];

/** Counts calls by key in sliding windows. Refused calls count as well, as they do in Teams. */
export class RateLimit {
  private readonly windows: readonly Window[];
  private readonly now: () => number;
  private readonly calls = new Map<string, number[]>();

  /** @param now milliseconds of any steady clock. */
  constructor(windows: readonly Window[], now: () => number) {
    this.windows = windows;
    this.now = now;
  }

  /** Counts one call. Returns undefined when it is within the limits, else after how many seconds to come again. */
  excess(key: string): number | undefined {
    const now = this.now();
    const longest = Math.max(...this.windows.map((window) => window.seconds)) * 1000;
    const earlier = (this.calls.get(key) ?? []).filter((at) => at > now - longest);
    this.calls.set(key, [...earlier, now]);
    const broken = this.windows.find(
      ({ seconds, calls }) => earlier.filter((at) => at > now - seconds * 1000).length >= calls,
    );
    return broken?.seconds;
  }
}
