import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { Clock } from '../../time/clock.ts';
import { type DocumentStore, StoreUnavailable } from '../document-store.ts';
import { type Call, createCall } from './call.ts';
import { type CosmosAccount, createClient } from './client.ts';
import { createReader } from './reader.ts';
import { createWriter } from './writer.ts';

/** An invoke must answer within three seconds, its own work included. */
const invokeDeadlineMs = 2500;
const workerDeadlineMs = 30_000;

export interface CosmosOptions extends CosmosAccount {
  readonly database: string;
  readonly clock: Clock;
  readonly telemetry?: Telemetry;
}

/**
 * The distributed store, seen by two kinds of users: `invoke` gives up within 2.5 seconds, because a person waits;
 * `worker` waits half a minute for a store under load. Both share one client and so what it knows of the latest
 * writes: what one has written the other reads. Closing either closes both. Nothing is created.
 */
export function openCosmosStores(options: CosmosOptions): {
  readonly invoke: DocumentStore;
  readonly worker: DocumentStore;
} {
  const client = createClient(options);
  const database = client.database(options.database);
  let closed = false;

  const served =
    (call: Call): Call =>
    async (request, send) => {
      if (closed) throw new StoreUnavailable('The store is closed');
      return call(request, send);
    };

  function store(deadlineMs: number): DocumentStore {
    const call = served(createCall(deadlineMs, options.telemetry));
    return {
      ...createReader(database, options.clock, call),
      ...createWriter(database, options.clock, call),
      async ping() {
        const outcome = await call({ operation: 'ping', collection: 'none' }, (abortSignal) =>
          database.read({ abortSignal }),
        );
        if (outcome.refused)
          throw new StoreUnavailable(
            `Cosmos DB has no database ${options.database}: deploy the infrastructure`,
          );
      },
      async close() {
        closed = true;
        client.dispose();
      },
    };
  }

  return { invoke: store(invokeDeadlineMs), worker: store(workerDeadlineMs) };
}
