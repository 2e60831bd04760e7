import type { Measured, Row } from './row.ts';

export interface Outcome {
  readonly row: Row;
  /** Undefined when the row could not be measured. */
  readonly measured: Measured | undefined;
  readonly fault?: string;
}

const headings = ['row', 'measured', 'target', 'met'] as const;

/** The table for readers. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const lines = [headings, ...outcomes.map(cellsOf)];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const printed = lines.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = outcomes.flatMap(({ row, measured }) =>
    measured?.note ? [`${row.name}: ${measured.note}`] : [],
  );
  return [
    printed[0],
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...printed.slice(1),
    '',
    ...notes,
  ].join('\n');
}

function cellsOf({ row, measured, fault }: Outcome): readonly string[] {
  if (!measured) return [row.name, fault ?? 'not measured', row.target, '-'];
  const figures = Object.entries(measured.figures).map(([name, value]) => `${name} ${value}`);
  return [row.name, figures.join(', '), row.target, measured.met ? 'yes' : 'no'];
}

/** One object: a key for each row with its figures and whether its target is met. */
export const jsonOf = (outcomes: readonly Outcome[]): string =>
  JSON.stringify(
    Object.fromEntries(
      outcomes.map(({ row, measured, fault }) => [
        row.name,
        measured ? { ...measured.figures, met: measured.met } : { fault },
      ]),
    ),
  );
