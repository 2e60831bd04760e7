import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { Words } from '../words/words.ts';
import { type Fault, type Import, type ImportResult, importFields } from './import-model.ts';

const longestHeading = 60;

/** What was read of a file, before its columns are matched. */
export const readCard = (words: Words, id: string, { fileName, rows, headings }: Import): CardView => ({
  card: 'exchange/read',
  data: {
    read: words.say('exchange.import.read', { file: fileName, n: rows }),
    headings: words.say('exchange.import.headings', {
      headings: headings.map((heading) => cutAtWord(heading, longestHeading)).join(', '),
    }),
    import: id,
  },
  summary: words.say('exchange.import.read', { file: fileName, n: rows }),
});

/** Which column is what. */
export const matchCard = (words: Words, state: FormState<object>, headings: readonly string[]): CardView => ({
  card: 'exchange/match',
  data: {
    ...formData(state, importFields),
    columns: headings.map((heading, column) => ({
      code: String(column),
      name: cutAtWord(heading, longestHeading) || words.say('exchange.import.column', { n: column + 1 }),
    })),
  },
  summary: words.say('exchange.match.heading'),
});

/** What would become of the rows. */
export const previewCard = (
  words: Words,
  id: string,
  first: readonly string[],
  result: ImportResult,
): CardView => ({
  card: 'exchange/preview',
  data: {
    good: words.say('exchange.preview.good', { n: result.taken }),
    first: first.map((title) => ({ title })),
    ...faultData(words, result),
    any: result.taken > 0,
    start: words.say('exchange.preview.start', { n: result.taken }),
    import: id,
  },
  summary: words.say('exchange.preview.heading'),
});

/** What became of the rows. */
export const importedCard = (words: Words, fileName: string, result: ImportResult): CardView => ({
  card: 'exchange/imported',
  data: {
    file: fileName,
    taken: words.say('exchange.imported.taken', { n: result.taken }),
    known: result.known > 0 ? words.say('exchange.imported.known', { n: result.known }) : '',
    ...faultData(words, result),
  },
  summary: words.say('exchange.imported.taken', { n: result.taken }),
});

function faultData(words: Words, { faulty, faults }: ImportResult) {
  const more = faulty - faults.length;
  return {
    faulty: faulty > 0 ? words.say('exchange.faults', { n: faulty }) : '',
    faults: faults.map((fault) => ({ text: faultWords(words, fault) })),
    moreFaults: more > 0 ? words.say('today.more', { n: more }) : '',
  };
}

const faultWords = (words: Words, { row, kind, text }: Fault): string =>
  words.say('exchange.fault', { row, what: words.say(`exchange.fault.${kind}`, { text }) });
