import { setTimeout as sleep } from 'node:timers/promises';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { answerOf, isThrottled, type Refusal, refusalOf, unavailable } from './failure.ts';

const pauseMs = 100;

/** What every response of the SDK tells. */
interface Response {
  readonly requestCharge: number;
  readonly statusCode?: number;
}

interface Request {
  readonly operation: string;
  readonly collection: string;
}

type Outcome<R> = { readonly response: R; readonly refused?: never } | { readonly refused: Refusal };

export type Call = <R extends Response>(
  request: Request,
  send: (abortSignal: AbortSignal) => Promise<R>,
) => Promise<Outcome<R>>;

/**
 * Sends requests, again while Cosmos DB throttles them, until the deadline in milliseconds. Records what each costs in
 * request units. The outcome is the response or how it was refused; throws StoreUnavailable for all else.
 */
export function createCall(deadlineMs: number, telemetry?: Telemetry): Call {
  return async (request, send) => {
    const abortSignal = AbortSignal.timeout(deadlineMs);
    const end = performance.now() + deadlineMs;
    for (;;) {
      const outcome = await attempt(request, () => orAborted(send(abortSignal), abortSignal), end);
      if ('waitMs' in outcome) await sleep(outcome.waitMs);
      else {
        if (!outcome.refused) {
          telemetry?.record('store.requestCharge', outcome.response.requestCharge, { ...request });
        }
        return outcome;
      }
    }
  };
}

async function attempt<R extends Response>(
  request: Request,
  send: () => Promise<R>,
  end: number,
): Promise<Outcome<R> | { readonly waitMs: number }> {
  let error: unknown;
  try {
    const response = await send();
    if (response.statusCode !== 404) return { response };
    // A point read does not throw a 404, all else does.
    error = response;
  } catch (thrown) {
    error = thrown;
  }
  const answer = answerOf(error);
  const refused = refusalOf(answer);
  if (refused) return { refused };
  const waitMs = answer.retryAfterMs ?? pauseMs;
  if (isThrottled(answer) && performance.now() + waitMs < end) return { waitMs };
  throw unavailable(error, `${request.operation} on ${request.collection}`);
}

/** The SDK's own pauses between retries do not heed the signal. */
function orAborted<R>(sent: Promise<R>, abortSignal: AbortSignal): Promise<R> {
  const { promise, resolve, reject } = Promise.withResolvers<R>();
  const abort = () => reject(abortSignal.reason);
  abortSignal.addEventListener('abort', abort, { once: true });
  sent.then(resolve, reject).finally(() => abortSignal.removeEventListener('abort', abort));
  return promise;
}
