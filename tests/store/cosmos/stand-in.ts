import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '@vercel/cosmosdb-server';

/** A Cosmos DB of the test's own on loopback, which forgets all when stopped. Any key opens it. */
export interface StandIn {
  readonly endpoint: string;
  readonly key: string;
  stop(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  const server = createHttpServer();
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${portOf(server.address())}`,
    key: Buffer.from('sample key').toString('base64'),
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

export function portOf(address: string | AddressInfo | null): number {
  if (typeof address === 'object' && address) return address.port;
  throw new Error('the stand-in listens on no port');
}
