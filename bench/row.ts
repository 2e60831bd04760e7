/** What one row has measured. */
export interface Measured {
  /** By the names under which `--json` prints them. */
  readonly figures: Readonly<Record<string, number>>;
  readonly met: boolean;
  /** How far single rounds lay apart, or how a figure was taken; for readers. */
  readonly note?: string;
}

/** One row of the table: something the service promises, and how it is measured. */
export interface Row {
  readonly name: string;
  readonly target: string;
  measure(): Promise<Measured>;
}
