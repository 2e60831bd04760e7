import { open } from 'node:fs/promises';
import { type Agent, type Dispatcher, request } from 'undici';
import { feedAddress } from './feed-address.ts';
import { guardedAgent, type Resolve, systemResolve } from './guarded-agent.ts';
import { acceptedEncodings, readBody } from './read-body.ts';
import { UnreadableFeed } from './unreadable-feed.ts';

/** What the server said of its last answer; handed back, it lets the server say that nothing changed. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export type Fetched =
  | { readonly kind: 'unchanged' }
  | ({
      readonly kind: 'read';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      /** Where it was found after redirects; relative links start there. */
      readonly address: string;
    } & Validators);

export interface FetchSettings {
  /** Allows http and files on this machine. */
  readonly development: boolean;
  /** Allows http everywhere, for a source that was added so. */
  readonly plainHttp?: boolean;
  readonly resolve?: Resolve;
  readonly limits?: Limits;
}

interface Limits {
  /** Of the body, as it arrives and unpacked. */
  readonly bytes: number;
  /** From the start to the last byte, redirects included. */
  readonly milliseconds: number;
  readonly redirects: number;
}

const usualLimits: Limits = { bytes: 5 * 1024 * 1024, milliseconds: 15_000, redirects: 3 };

const redirections = new Set([301, 302, 303, 307, 308]);

// Some servers call a feed text/html or application/octet-stream, so only what surely is none is turned away unread.
const surelyNoFeed = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip)\b/iu;

/**
 * Fetches one feed with every precaution that an address from outside asks for: feedAddress' rules at each redirect,
 * public networks only (checked on connecting), limits of size and time. Throws UnreadableFeed; when `signal` is
 * aborted, its reason.
 */
export async function fetchFeed(
  text: string,
  known: Validators,
  { development, plainHttp = false, resolve = systemResolve, limits = usualLimits }: FetchSettings,
  signal?: AbortSignal,
): Promise<Fetched> {
  const address = feedAddress(text, { development, plainHttp });
  if (address.protocol === 'file:') return readFeedFile(address, limits.bytes);
  const agent = guardedAgent({ resolve, loopback: development, milliseconds: limits.milliseconds });
  const inTime = AbortSignal.timeout(limits.milliseconds);
  const stop = signal ? AbortSignal.any([signal, inTime]) : inTime;
  try {
    return await follow(address, known, { agent, development, plainHttp, limits, stop });
  } catch (error) {
    if (error instanceof UnreadableFeed) throw error;
    signal?.throwIfAborted();
    if (inTime.aborted)
      throw new UnreadableFeed('tooSlow', `The feed was not there after ${limits.milliseconds} milliseconds`);
    throw new UnreadableFeed('unreachable', `No answer from the server of the feed: ${told(error)}`, {
      cause: error,
      detail: codeOf(error),
    });
  } finally {
    await agent.destroy();
  }
}

interface Way {
  readonly agent: Agent;
  readonly development: boolean;
  readonly plainHttp: boolean;
  readonly limits: Limits;
  readonly stop: AbortSignal;
}

async function follow(
  start: URL,
  known: Validators,
  { agent, development, plainHttp, limits, stop }: Way,
): Promise<Fetched> {
  let address = start;
  for (let redirects = 0; redirects <= limits.redirects; redirects++) {
    const answer = await request(address, { dispatcher: agent, signal: stop, headers: headersFor(known) });
    const location = header(answer, 'location');
    if (!redirections.has(answer.statusCode) || !location) return read(answer, address, limits, stop);
    leave(answer);
    address = feedAddress(URL.parse(location, address.href)?.href ?? location, { development, plainHttp });
    if (address.protocol === 'file:')
      throw new UnreadableFeed('addressRefused', 'The feed redirects to a file');
  }
  throw new UnreadableFeed('tooManyRedirects', `The feed redirects more than ${limits.redirects} times`);
}

async function read(
  answer: Dispatcher.ResponseData,
  address: URL,
  limits: Limits,
  stop: AbortSignal,
): Promise<Fetched> {
  const contentType = header(answer, 'content-type') ?? '';
  if (answer.statusCode !== 200) {
    leave(answer);
    if (answer.statusCode === 304) return { kind: 'unchanged' };
    throw new UnreadableFeed('refusedByServer', `The server of the feed answered ${answer.statusCode}`, {
      retryAfter: retryAfter(answer),
      detail: String(answer.statusCode),
    });
  }
  if (surelyNoFeed.test(contentType)) {
    leave(answer);
    throw new UnreadableFeed('wrongType', `The address serves ${contentType}, not a feed`);
  }
  const bytes = await readBody(answer.body, header(answer, 'content-encoding'), limits.bytes, stop);
  return {
    kind: 'read',
    bytes,
    contentType,
    address: address.href,
    etag: header(answer, 'etag'),
    lastModified: header(answer, 'last-modified'),
  };
}

async function readFeedFile(address: URL, most: number): Promise<Fetched> {
  try {
    await using file = await open(address);
    const { size } = await file.stat();
    if (size > most) throw new UnreadableFeed('tooLarge', `The feed is larger than ${most} bytes`);
    return { kind: 'read', bytes: await file.readFile(), contentType: '', address: address.href };
  } catch (error) {
    if (error instanceof UnreadableFeed) throw error;
    throw new UnreadableFeed('unreachable', `The file of the feed cannot be read: ${told(error)}`, {
      cause: error,
    });
  }
}

function headersFor({ etag, lastModified }: Validators): Record<string, string> {
  return {
    'user-agent': 'iNews for Teams (feed reader)',
    accept: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml, */*;q=0.5',
    'accept-encoding': acceptedEncodings,
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  };
}

function header({ headers }: Dispatcher.ResponseData, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function retryAfter(answer: Dispatcher.ResponseData): number | undefined {
  const seconds = Number(header(answer, 'retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

/** The rest of an answer that is of no interest: closing may fail in its own time, and nobody waits for it. */
function leave({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => {});
  body.destroy();
}

function told(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.message : 'unknown fault');
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
