import { z } from 'zod';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import { dialog, openForm, refuse } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import type { Feature } from '../feature.ts';
import { withEvent } from '../outbox/event.ts';
import { changeDocument } from '../store/change-document.ts';
import type { ExchangeParts } from './exchange-parts.ts';
import { guessMatch } from './guess-match.ts';
import { importedCard, matchCard, previewCard } from './import-cards.ts';
import { importFile } from './import-command.ts';
import { importFields, imports, type Match } from './import-model.ts';
import { previewRows, takeInRows } from './take-in-rows.ts';

const importStarted = 'import.started';
const importedDelivery = 'exchange/imported';

const aboutSchema = z.strictObject({ import: z.string().regex(/^[\w-]{43}$/u) });

// Clients leave an input out that has no value.
const none = 'none';
const column = z
  .string()
  .regex(/^(?:\d{1,2}|none)$/u)
  .default(none);

/** A spreadsheet is read, its columns matched, looked at, and then taken in off the turn. */
export function importFeature(parts: ExchangeParts): Feature {
  const { store, relay, words: wordsOfDeliveries } = parts;
  /** An import of the one who asks; of somebody else's there is nothing to see. */
  const own = async ({ actor }: Turn, id: string) => {
    const found = (await store.get(imports, actor.tenantId, id))?.body;
    return found?.by.personId === actor.personId ? found : undefined;
  };
  const gone = ({ words }: Turn): Answer => sayText(words.say('exchange.import.gone'));
  return {
    commands: [{ name: 'import', run: (turn) => importFile(parts, turn) }],
    dialogs: [
      dialog({
        name: 'import.match',
        about: aboutSchema,
        inputs: (words) =>
          z.strictObject({
            ...Object.fromEntries(importFields.map((field) => [field, column])),
            title: column.refine((chosen) => chosen !== none, words.say('exchange.match.titleMissing')),
          }),
        context: async (turn, { import: id }) => (await own(turn, id))?.headings,
        async open(turn, about) {
          const found = await own(turn, about.import);
          if (!found) return gone(turn);
          const match = found.match ?? guessMatch(turn.words, found.headings);
          return openForm(
            about,
            Object.fromEntries(importFields.map((field) => [field, String(match[field] ?? none)])),
          );
        },
        draw: ({ words }, state, headings = []) => matchCard(words, state, headings),
        async submit(turn, { import: id }, chosen) {
          const found = await own(turn, id);
          if (!found) return gone(turn);
          if (found.state !== 'read') return sayText(turn.words.say('exchange.import.started'));
          const columns = Object.entries(chosen).filter(([, value]) => value !== none);
          if (new Set(columns.map(([, value]) => value)).size < columns.length)
            return refuse('form', turn.words.say('exchange.match.twice'));
          const match: Match = Object.fromEntries(columns.map(([field, value]) => [field, Number(value)]));
          const stored = await changeDocument(store, imports, turn.actor.tenantId, id, (body) =>
            body.state === 'read' ? { ...body, match } : undefined,
          );
          if (!stored) return gone(turn);
          const { first, result } = await previewRows(parts, id, stored.body);
          return showCard(previewCard(turn.words, id, first, result));
        },
        cancel: async ({ words }) => sayText(words.say('queue.handOver.cancelled')),
      }),
    ],
    actions: [
      cardAction({
        name: 'import.start',
        about: aboutSchema,
        async run(turn, { import: id }) {
          const found = await own(turn, id);
          if (!found?.match) return gone(turn);
          const { tenantId } = turn.actor;
          await changeDocument(store, imports, tenantId, id, (body) =>
            body.state === 'read'
              ? withEvent(
                  { ...body, state: 'running' as const },
                  { id: `imports/${id}/0`, type: importStarted, at: turn.now.toISOString(), data: {} },
                )
              : undefined,
          );
          relay(imports, tenantId, id);
          return sayText(turn.words.say('exchange.import.started'));
        },
      }),
    ],
    listeners: [
      {
        event: importStarted,
        async *plan({ partition: tenantId, documentId: id }) {
          const found = (await store.get(imports, tenantId, id))?.body;
          if (!found) return;
          if (!found.result) {
            const result = await takeInRows(parts, tenantId, id, found);
            await changeDocument(store, imports, tenantId, id, (body) =>
              body.result ? undefined : { ...body, state: 'done' as const, result },
            );
          }
          yield [
            {
              receiver: { kind: 'person', tenantId, personId: found.by.personId },
              card: importedDelivery,
              about: { tenant: tenantId, import: id },
              urgency: 'answer',
            },
          ];
        },
      },
    ],
    deliveryCards: [
      {
        name: importedDelivery,
        whenInDoubt: 'sendAgain',
        async draw({ about }) {
          const found = (await store.get(imports, about.tenant ?? '', about.import ?? ''))?.body;
          return found?.result && importedCard(wordsOfDeliveries, found.fileName, found.result);
        },
      },
    ],
  };
}
