import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { throttled } from '../../tests/teams/simulator/faults.ts';
import { perConversation, RateLimit } from '../../tests/teams/simulator/rate-limits.ts';

/** A call that the connector took. */
export interface TakenCall {
  readonly conversation: string;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
}

/** Teams' Bot Connector with its limits, without its memory. Use `await using`. */
export interface Connector extends AsyncDisposable {
  readonly serviceUrl: string;
  readonly taken: readonly TakenCall[];
  /** When calls were refused with 429. */
  readonly refusedAt: readonly number[];
}

interface ConnectorWishes {
  /** Calls a second that the tenant may make now; no limits at all when absent. */
  readonly cap?: () => number;
  /** How long Teams takes for a call. */
  readonly answersAfterMs?: number;
}

export async function startConnector({ cap, answersAfterMs = 0 }: ConnectorWishes = {}): Promise<Connector> {
  const taken: TakenCall[] = [];
  const refusedAt: number[] = [];
  const steady = () => performance.now();
  const limits = cap && {
    conversation: new RateLimit(perConversation, steady),
    tenant: new RateLimit(
      [
        {
          seconds: 1,
          get calls() {
            return cap();
          },
        },
      ],
      steady,
    ),
  };

  const server = createServer(async (request, response) => {
    request.resume();
    const at = performance.now();
    const conversation = conversationIn(request.url ?? '');
    const excess = limits?.tenant.excess('') ?? limits?.conversation.excess(conversation);
    if (answersAfterMs > 0) await pause(answersAfterMs);
    if (excess === undefined) {
      taken.push({ conversation, at });
      response.writeHead(201, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ id: String(taken.length) }));
      return;
    }
    refusedAt.push(at);
    const refusal = throttled(excess);
    response.writeHead(refusal.status, { 'Content-Type': 'application/json', 'Retry-After': excess });
    response.end(JSON.stringify(refusal.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The connector does not listen');

  return {
    serviceUrl: `http://127.0.0.1:${address.port}/teams/`,
    taken,
    refusedAt,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const conversationIn = (url: string): string =>
  decodeURIComponent(/\/conversations\/([^/]+)/u.exec(url)?.[1] ?? '');
