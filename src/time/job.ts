/** Work that runs by itself. It may stop anywhere and be run again: its effects are keyed. */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  run(signal: AbortSignal): Promise<void>;
}
