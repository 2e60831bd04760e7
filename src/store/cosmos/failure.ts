import { StoreUnavailable } from '../document-store.ts';

const ownerMissing = 1003;

/** How Cosmos DB says no to a request that it understood. */
export type Refusal = 'missing' | 'taken' | 'changed';

/** What a response or an error of the SDK says of itself. */
interface Answer {
  readonly status: number | undefined;
  readonly substatus: number | undefined;
  readonly retryAfterMs: number | undefined;
}

/** Reads HTTP status, Cosmos DB's substatus and how long to wait from an error of the SDK. */
export const answerOf = (error: unknown): Answer => ({
  status: httpStatusIn(error, 'code') ?? httpStatusIn(error, 'statusCode'),
  substatus: numberIn(error, 'substatus'),
  retryAfterMs: numberIn(error, 'retryAfterInMs'),
});

/** Undefined when the answer says that the store cannot serve us now: see `unavailable`. */
export function refusalOf({ status, substatus }: Answer): Refusal | undefined {
  if (status === 404 && substatus !== ownerMissing) return 'missing';
  if (status === 409) return 'taken';
  if (status === 412) return 'changed';
  return undefined;
}

/** Too many requests, or two writes at one instant: nothing was written and the same request may be sent again. */
export const isThrottled = ({ status }: Pick<Answer, 'status'>): boolean => status === 429 || status === 449;

/** An error without an answer to the request becomes StoreUnavailable with advice; a fault in our request stays as it is. */
export function unavailable(error: unknown, what: string): unknown {
  const answer = answerOf(error);
  if (answer.status === 400) return error;
  return new StoreUnavailable(`Cosmos DB did not serve ${what}: ${advice(answer)}`, { cause: error });
}

export const containerMissing = (collection: string): StoreUnavailable =>
  new StoreUnavailable(`Cosmos DB has no container ${collection}: deploy the infrastructure`);

function advice({ status }: Answer): string {
  if (status === undefined) return 'no answer in time; see the cause';
  if (status === 401 || status === 403) {
    return `${status}, not allowed: check the role "Cosmos DB Built-in Data Contributor" and the account's firewall`;
  }
  if (status === 404) return '404, the database or container is missing: deploy the infrastructure';
  if (isThrottled({ status })) {
    return `${status}, too much load: raise the throughput if this stays`;
  }
  return `${status}; see the cause`;
}

/** An error of the platform has a `code` too, which is no HTTP status. */
function httpStatusIn(holder: unknown, name: string): number | undefined {
  const status = numberIn(holder, name);
  return status !== undefined && status >= 100 ? status : undefined;
}

function numberIn(holder: unknown, name: string): number | undefined {
  if (typeof holder !== 'object' || holder === null) return undefined;
  const value: unknown = Reflect.get(holder, name);
  return typeof value === 'number' ? value : undefined;
}
