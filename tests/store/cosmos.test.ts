import { afterAll, beforeAll } from '@jest/globals';
import { openCosmosStores } from '../../src/store/cosmos/open-stores.ts';
import { provision } from '../../src/store/cosmos/provision.ts';
import { type StandIn, startStandIn } from './cosmos/stand-in.ts';
import { documentStoreContract } from './document-store.contract.ts';
import { manualClock } from './manual-clock.ts';
import { samples } from './sample-collection.ts';

let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn();
});

afterAll(() => standIn.stop());

documentStoreContract('Cosmos DB keeps documents', async () => {
  await provision(standIn, 'inews', [samples]);
  const clock = manualClock(new Date().toISOString());
  return { store: openCosmosStores({ ...standIn, database: 'inews', clock }).invoke, clock };
});
