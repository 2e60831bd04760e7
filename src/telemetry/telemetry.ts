/** Small facts for logs and metrics: ids, names, numbers. Never what a person wrote, never a token. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** The one seam through which the service tells operators what it does. */
export interface Telemetry {
  info(event: string, facts?: Facts): void;
  /** Something an operator may want to look at; the service goes on. */
  warn(event: string, facts?: Facts): void;
  /** A fault of ours or of something we stand on; `error` is logged by name, message and stack. */
  error(event: string, error: unknown, facts?: Facts): void;
  count(metric: string, by?: number, facts?: Facts): void;
  /** A measured value, such as milliseconds. */
  record(metric: string, value: number, facts?: Facts): void;
}
