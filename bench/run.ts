import { parseArgs } from 'node:util';
import { jsonOf, type Outcome, tableOf } from './print.ts';
import type { Row } from './row.ts';
import { rows } from './rows.ts';

/**
 * Measures what the service promises and prints one table: `npm run bench`, `npm run bench -- turn idle` for some rows,
 * `npm run --silent bench -- --json` for one JSON object. A missed target is told, not punished: the exit code is 0
 * unless a row could not be measured.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const unknown = positionals.filter((name) => !rows.some((row) => row.name === name));
if (unknown.length > 0) {
  console.error(`No row ${unknown.join(', ')}. Rows: ${rows.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const outcomes: Outcome[] = [];
for (const row of rows) {
  if (positionals.length > 0 && !positionals.includes(row.name)) continue;
  console.error(`measuring ${row.name} ...`);
  outcomes.push(await outcomeOf(row));
}
console.log(values.json ? jsonOf(outcomes) : tableOf(outcomes));
process.exitCode = outcomes.every(({ measured }) => measured) ? 0 : 1;

async function outcomeOf(row: Row): Promise<Outcome> {
  try {
    return { row, measured: await row.measure() };
  } catch (error) {
    console.error(error);
    return { row, measured: undefined, fault: error instanceof Error ? error.message : String(error) };
  }
}
