import { cardAction } from '../bot/card-action.ts';
import type { Feature } from '../feature.ts';
import { filterSchema } from '../triage/queue/filter.ts';
import type { ExchangeParts } from './exchange-parts.ts';
import { exportFiles, offerExport } from './export-files.ts';
import { importFeature } from './import-feature.ts';

const everything = filterSchema.parse({ show: 'all' });

/** Submissions that come in from a spreadsheet and leave as one. */
export function exchangeFeature(parts: ExchangeParts): Feature {
  const { store } = parts;
  const imports = importFeature(parts);
  return {
    ...imports,
    commands: [
      ...(imports.commands ?? []),
      {
        name: 'export',
        run: (turn, rest) =>
          offerExport(store, turn, everything, rest.toLowerCase() === 'json' ? 'json' : 'csv'),
      },
    ],
    actions: [
      ...(imports.actions ?? []),
      cardAction({
        name: 'triage.export',
        about: filterSchema,
        run: (turn, filter) => offerExport(store, turn, filter, 'csv'),
      }),
    ],
    files: exportFiles(store),
  };
}
