import type { Collection } from '../collection.ts';
import { type CosmosAccount, createClient } from './client.ts';
import { containerDefinition } from './container-definition.ts';

/**
 * Makes the database and the containers that are missing, for an emulator: in Azure the infrastructure makes them, and
 * the service's identity may not. Containers that are there stay as they are. Returns the names of those it made.
 * Throws what the SDK throws.
 */
export async function provision(
  account: CosmosAccount,
  databaseName: string,
  collections: readonly Collection<object>[],
): Promise<readonly string[]> {
  const client = createClient(account);
  try {
    const { database } = await client.databases.createIfNotExists({ id: databaseName });
    const made: string[] = [];
    for (const collection of collections) {
      const { statusCode } = await database.containers.createIfNotExists(containerDefinition(collection));
      if (statusCode === 201) made.push(collection.name);
    }
    return made;
  } finally {
    client.dispose();
  }
}
