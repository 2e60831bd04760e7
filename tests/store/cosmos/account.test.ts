import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from '../../../src/store/cosmos/client.ts';
import { openCosmosStores } from '../../../src/store/cosmos/open-stores.ts';
import { provision } from '../../../src/store/cosmos/provision.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { freshPartition } from '../contract/partition.ts';
import { documentStoreContract } from '../document-store.contract.ts';
import { manualClock } from '../manual-clock.ts';
import { recordedTelemetry } from '../recorded-telemetry.ts';
import { sample, samples } from '../sample-collection.ts';

// Set COSMOS_TEST_ENDPOINT and COSMOS_TEST_KEY to a real account or an emulator: the contract runs there too, in a
// database of its own that is removed at the end, and so do the cases for which the stand-in is no witness.

const endpoint = process.env.COSMOS_TEST_ENDPOINT ?? '';
const key = process.env.COSMOS_TEST_KEY ?? '';
const account = { endpoint, key };
const database = `inews-test-${randomUUID()}`;

const needsAccount = [
  ['Cosmos DB clears away an expired document by itself', 'the stand-in never does', clearsAway],
  [
    'a small document is read for one request unit and written for few',
    'the stand-in says 1 to all',
    charges,
  ],
  ['the largest document that a store takes is stored', 'the stand-in takes any size', largest],
] as const;

if (endpoint === '') {
  test.skip('the whole contract on an account: set COSMOS_TEST_ENDPOINT and COSMOS_TEST_KEY', () => {});
  for (const [name, reason] of needsAccount) test.skip(`${name} (needs an account: ${reason})`, () => {});
} else {
  beforeAll(async () => {
    await provision(account, database, [samples]);
  });

  afterAll(async () => {
    const client = createClient(account);
    await client.database(database).delete();
    client.dispose();
  });

  documentStoreContract('a Cosmos DB account keeps documents', async () => {
    const clock = manualClock(new Date().toISOString());
    return { store: openCosmosStores({ ...account, database, clock }).worker, clock };
  });

  describe('what only an account shows', () => {
    for (const [name, , run] of needsAccount) test(name, run, 120_000);
  });
}

async function clearsAway(): Promise<void> {
  const { worker } = openCosmosStores({ ...account, database, clock: systemClock });
  const partition = freshPartition();
  const expiresAt = new Date(Date.now() + 2000).toISOString();
  await worker.create(samples, partition, { id: 'a', body: sample('short', { expiresAt }) });
  await sleep(10_000);
  const client = createClient(account);
  const { resource } = await client.database(database).container(samples.name).item('a', partition).read();
  expect(resource).toBeUndefined();
  client.dispose();
  await worker.close();
}

async function charges(): Promise<void> {
  const telemetry = recordedTelemetry();
  const { worker } = openCosmosStores({ ...account, database, clock: systemClock, telemetry });
  const partition = freshPartition();
  await worker.create(samples, partition, { id: 'a', body: sample('small', { rank: 1, state: 'open' }) });
  await worker.get(samples, partition, 'a');
  const charge = (operation: string) =>
    telemetry.records.find(({ facts }) => facts?.operation === operation)?.value;
  expect(charge('get')).toBeLessThanOrEqual(1.1);
  expect(charge('create')).toBeLessThanOrEqual(30);
  await worker.close();
}

async function largest(): Promise<void> {
  const { worker } = openCosmosStores({ ...account, database, clock: systemClock });
  const partition = freshPartition();
  const body = sample('x'.repeat(1_899_000));
  await worker.create(samples, partition, { id: 'a', body });
  expect((await worker.get(samples, partition, 'a'))?.body).toEqual(body);
  await worker.close();
}
