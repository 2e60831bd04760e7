import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { collections } from '../src/collections.ts';
import { containerDefinition } from '../src/store/cosmos/container-definition.ts';

// Writes infra/containers.json, from which Azure makes the containers of Cosmos DB. Run it when a collection changes.

const target = new URL('../infra/containers.json', import.meta.url);

await writeFile(target, `${JSON.stringify(collections.map(containerDefinition), null, 2)}\n`);
console.log(`Wrote ${fileURLToPath(target)}`);
