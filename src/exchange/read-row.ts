import { cleanText } from '../bot/typed-text.ts';
import { longest, type State } from '../ideas/terms.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import { dayMs } from '../time/days.ts';
import type { Words } from '../words/words.ts';
import type { Fault, ImportField, Match } from './import-model.ts';
import { type Besides, readBesides } from './read-besides.ts';

/** What a row of a spreadsheet says of an idea. */
export interface ReadRow extends Besides {
  readonly title: string;
  readonly change: string;
  readonly benefit: string;
  readonly service: string | undefined;
  readonly state: State;
  readonly createdAt: string;
  readonly author: string;
}

const states = [
  'received',
  'inReview',
  'trial',
  'adopted',
  'reported',
  'parked',
  'declined',
  'withdrawn',
] as const satisfies readonly State[];

interface Rules {
  readonly words: Words;
  readonly match: Match;
  readonly services: readonly string[];
  readonly now: Date;
}

export type RowOutcome =
  | { readonly kind: 'row'; readonly row: ReadRow }
  | { readonly kind: 'fault'; readonly fault: Omit<Fault, 'row'> };

/** Makes an idea of a row, or says what is wrong with it. A title that is too long goes on in the text. */
export function readRow(cells: readonly string[], rules: Rules): RowOutcome {
  const cell = (field: ImportField) => {
    const column = rules.match[field];
    return column === undefined ? '' : cleanText(cells[column] ?? '');
  };
  const fault = (kind: Fault['kind'], text = ''): RowOutcome => ({
    kind: 'fault',
    fault: { kind, text: cutAtWord(text, 40) },
  });
  const whole = cell('title').replace(/\s+/gu, ' ');
  if (whole === '') return fault('titleMissing');
  const title = cutAtWord(whole, longest.title);
  const change = [...(title === whole ? [] : [whole]), cell('change')].join('\n').trim() || whole;
  if (change.length > longest.change) return fault('changeTooLong', title);
  const benefit = cell('benefit');
  if (benefit.length > longest.benefit) return fault('benefitTooLong', title);
  const serviceText = cell('service');
  const service = rules.services.find((one) => one.toLowerCase() === serviceText.toLowerCase());
  if (serviceText !== '' && !service) return fault('unknownService', serviceText);
  const state = stateOf(rules.words, cell('state'));
  if (!state) return fault('unknownState', cell('state'));
  const createdAt = instantOf(cell('date'), rules.now);
  if (!createdAt) return fault('badDate', cell('date'));
  const author = cutAtWord(cell('author').replace(/\s+/gu, ' '), longest.title);
  const besides = readBesides(cell, rules.words, state);
  if ('kind' in besides) return fault(besides.kind, besides.text || title);
  // What it has brought is told: nobody needs to be asked for it.
  const stands = besides.benefits ? 'reported' : state;
  return {
    kind: 'row',
    row: { title, change, benefit, service, state: stands, createdAt, author, ...besides },
  };
}

function stateOf(words: Words, text: string): State | undefined {
  if (text === '') return 'received';
  const said = text.toLowerCase();
  return states.find((state) => words.say(`exchange.import.state.${state}`).split('|').includes(said));
}

/** Of 2026-03-02 or 2/3/2026, the day standing first as people here write it; now where nothing stands. */
function instantOf(text: string, now: Date): string | undefined {
  if (text === '') return now.toISOString();
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/u.exec(text) ?? [];
  const [, ukDay, ukMonth, ukYear] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?$/u.exec(text) ?? [];
  const [y, m, d] = [year ?? ukYear, month ?? ukMonth, day ?? ukDay].map(Number);
  if (!y || !m || !d) return undefined;
  const instant = new Date(Date.UTC(y, m - 1, d, 12));
  const isReal = instant.getUTCMonth() === m - 1 && instant.getUTCDate() === d;
  return isReal && y > 1900 && instant <= new Date(now.getTime() + dayMs) ? instant.toISOString() : undefined;
}
