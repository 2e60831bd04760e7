import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openCosmosStores } from '../../../src/store/cosmos/open-stores.ts';
import { provision } from '../../../src/store/cosmos/provision.ts';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { exportStore } from '../../../src/store/transfer-export.ts';
import { importStore } from '../../../src/store/transfer-import.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { type StandIn, startStandIn } from '../cosmos/stand-in.ts';
import { memoryStore } from '../memory-store.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { both, contents, fill } from './filled-store.ts';

const folder = temporaryFolder();
let standIn: StandIn;
let cosmos: DocumentStore;

beforeAll(async () => {
  standIn = await startStandIn();
  await provision(standIn, 'inews', both);
  cosmos = openCosmosStores({ ...standIn, database: 'inews', clock: systemClock }).worker;
});

afterAll(async () => {
  await cosmos.close();
  await standIn.stop();
});

async function moved(from: DocumentStore, to: DocumentStore, name: string): Promise<void> {
  const common = { collections: both, file: join(folder, name), onProgress: () => {} };
  await exportStore({ store: from, ...common });
  await importStore({ store: to, clock: systemClock, arrive: (_, body) => body, ...common });
}

test('a store that moved from SQLite to Cosmos DB and back holds the same documents', async () => {
  const first = memoryStore();
  await fill(first);
  await moved(first, cosmos, 'out.jsonl');
  const second = memoryStore();
  await moved(cosmos, second, 'back.jsonl');
  expect(await contents(second)).toEqual(await contents(first));
});
