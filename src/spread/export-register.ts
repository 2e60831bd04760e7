import { type Answer, offerFile } from '../bot/answer.ts';
import { type FileSource, fileSource } from '../bot/file.ts';
import type { Turn } from '../bot/turn.ts';
import { csvOf } from '../exchange/csv.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Replication } from './model.ts';
import { batchesOf, countOf } from './read-lists.ts';
import { type RegisterFilter, registerFilterSchema } from './register-filter.ts';
import { stateOf } from './spread-words.ts';

// For the size that Teams shows before the file is made.
const usualRowBytes = 400;

const columns = [
  'kind',
  'reference',
  'title',
  'service',
  'lead',
  'startsOn',
  'state',
  'learnt',
  'poundsAYear',
  'otherBenefits',
  'confidence',
  'reportedAt',
  'endedEarly',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number>>;

const rowOf = (body: Replication): Row => ({
  kind: body.source.kind,
  reference: body.source.id,
  title: body.source.title,
  service: body.service,
  lead: body.lead.name,
  startsOn: body.startsOn,
  state: stateOf(body),
  learnt: body.result?.learnt ?? '',
  poundsAYear: body.result?.benefits?.cashable ?? '',
  otherBenefits: body.result?.benefits?.other ?? '',
  confidence: body.result?.benefits?.confidence ?? '',
  reportedAt: body.result?.at ?? '',
  endedEarly: body.endedEarly?.reason ?? '',
});

/** Offers what the register shows as a file. */
export async function offerRegister(
  store: DocumentStore,
  { actor, words, now }: Turn,
  filter: RegisterFilter,
  format: 'csv' | 'json',
): Promise<Answer> {
  const count = await countOf(store, actor.tenantId, filter);
  return offerFile({
    file: `spread.${format}`,
    about: filter,
    name: `inews-spread-${now.toISOString().slice(0, 10)}.${format}`,
    description: words.say('spread.register.offer'),
    size: count * usualRowBytes,
  });
}

export const registerFiles = (store: DocumentStore): readonly FileSource[] => [
  fileSource({
    name: 'spread.csv',
    about: registerFilterSchema,
    async make({ actor }, filter) {
      const parts = [await csvOf(columns, [], true)];
      for await (const batch of batchesOf(store, actor.tenantId, filter))
        parts.push(await csvOf(columns, batch.map(rowOf), false));
      return Buffer.from(parts.join(''), 'utf8');
    },
  }),
  fileSource({
    name: 'spread.json',
    about: registerFilterSchema,
    async make({ actor, now }, filter) {
      const rows: Row[] = [];
      for await (const batch of batchesOf(store, actor.tenantId, filter)) rows.push(...batch.map(rowOf));
      return Buffer.from(JSON.stringify({ exportedAt: now.toISOString(), replications: rows }, null, 1));
    },
  }),
];
