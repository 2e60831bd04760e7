import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { portOf, type StandIn } from './stand-in.ts';

/** What to do with the next request for documents instead of serving it. */
type Fault =
  | { readonly kind: 'answer'; readonly status: number; readonly headers?: Record<string, string> }
  | { readonly kind: 'silence' }
  /** The request is served, yet the connection breaks before the answer. */
  | { readonly kind: 'lostAnswer' };

export interface FaultyProxy extends StandIn {
  /** Used up one by one by requests for documents; the last one stays for all that follow when `forever`. */
  fail(faults: readonly Fault[], forever?: boolean): void;
  /** Method and path of every request that came, in order. */
  readonly requests: string[];
}

/** Stands between a client and the stand-in and misbehaves when told to. */
export async function startFaultyProxy(target: StandIn): Promise<FaultyProxy> {
  const requests: string[] = [];
  let faults: Fault[] = [];
  let lastStays = false;

  const nextFault = () => (lastStays && faults.length === 1 ? faults[0] : faults.shift());

  const server = createServer((incoming, outgoing) => {
    requests.push(`${incoming.method} ${incoming.url}`);
    const fault = incoming.url?.includes('/docs') ? nextFault() : undefined;
    if (fault?.kind === 'silence') return;
    if (fault?.kind === 'answer') {
      outgoing.writeHead(fault.status, fault.headers);
      outgoing.end(JSON.stringify({ message: 'sample fault' }));
      return;
    }
    forward(target, incoming, fault ? undefined : outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${portOf(server.address())}`,
    key: target.key,
    requests,
    fail(next, forever = false) {
      faults = [...next];
      lastStays = forever;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function forward(target: StandIn, incoming: IncomingMessage, outgoing: ServerResponse | undefined): void {
  const options = { method: incoming.method, headers: incoming.headers };
  const onward = request(new URL(incoming.url ?? '/', target.endpoint), options, (answer) => {
    if (!outgoing) {
      answer.resume().on('end', () => incoming.socket.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(onward);
}
