/**
 * - addressRefused: not an address we fetch from; the setting needs a change.
 * - notPublic: the name leads into a private network, which a feed must never reach.
 * - unreachable, tooSlow, refusedByServer: may pass by itself; tried again later and later.
 * - tooManyRedirects, tooLarge, wrongType, unsafe, notAFeed: the publisher serves something else than a feed.
 */
export type FeedFault =
  | 'addressRefused'
  | 'notPublic'
  | 'unreachable'
  | 'tooSlow'
  | 'refusedByServer'
  | 'tooManyRedirects'
  | 'tooLarge'
  | 'wrongType'
  | 'unsafe'
  | 'notAFeed';

/** A source could not be read this time. The message is for operators: what was found and what the limit is. */
export class UnreadableFeed extends Error {
  override readonly name = 'UnreadableFeed';
  readonly fault: FeedFault;
  /** How long the server asks us to wait; seconds. */
  readonly retryAfter: number | undefined;

  constructor(
    fault: FeedFault,
    message: string,
    { retryAfter, cause }: { retryAfter?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.fault = fault;
    this.retryAfter = retryAfter;
  }
}
