import { z } from 'zod';
import { collections } from '../src/collections.ts';
import { provision } from '../src/store/cosmos/provision.ts';

// Makes database and containers in an emulator of Cosmos DB. In Azure the infrastructure makes them.

const settings = z
  .object({
    COSMOS_ENDPOINT: z.url(),
    COSMOS_DATABASE: z.string().min(1).default('inews'),
    COSMOS_KEY: z.string().min(1),
  })
  .safeParse(process.env);

if (settings.success) {
  const { COSMOS_ENDPOINT: endpoint, COSMOS_DATABASE: database, COSMOS_KEY: key } = settings.data;
  const made = await provision({ endpoint, key }, database, collections);
  console.log(made.length > 0 ? `Made: ${made.join(', ')}` : 'Nothing to make: all containers are there.');
} else {
  console.error(`These settings name the emulator:\n${z.prettifyError(settings.error)}`);
  process.exitCode = 1;
}
