import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Holidays from 'date-holidays';

// Writes src/time/bank-holidays.json, the local dates on which England and Wales do not work, by year. Run it when the
// library knows new ones; the service itself loads the list alone, because the library takes 0.2 s to load.

const [first, last] = [2009, 2060];
const target = new URL('../src/time/bank-holidays.json', import.meta.url);

const holidays = new Holidays('GB', 'ENG', { types: ['public'] });
const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
const dates = years.map((year): [number, string[]] => [
  year,
  [...new Set(holidays.getHolidays(year).map(({ date }) => date.slice(0, 10)))].sort(),
]);

await writeFile(target, `${JSON.stringify(Object.fromEntries(dates), null, 2)}\n`);
console.log(`Wrote ${fileURLToPath(target)}`);
