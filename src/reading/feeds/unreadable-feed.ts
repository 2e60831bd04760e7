import { z } from 'zod';

/**
 * - addressRefused: not an address we fetch from; it needs a change.
 * - notPublic: the name leads into a private network, which a feed must never reach.
 * - unreachable, tooSlow, refusedByServer: may pass by itself; tried again later and later.
 * - tooManyRedirects, tooLarge, wrongType, unsafe, notAFeed, tooHard: the publisher serves something else than a feed.
 * - noFeedLinked: a page that names no feed.
 */
export const feedFaultSchema = z.enum([
  'addressRefused',
  'notPublic',
  'unreachable',
  'tooSlow',
  'refusedByServer',
  'tooManyRedirects',
  'tooLarge',
  'wrongType',
  'unsafe',
  'notAFeed',
  'tooHard',
  'noFeedLinked',
]);

export type FeedFault = z.infer<typeof feedFaultSchema>;

interface Circumstances {
  readonly retryAfter?: number | undefined;
  readonly detail?: string | undefined;
  readonly cause?: unknown;
}

/** A source could not be read this time. The message is for operators: what was found and what the limit is. */
export class UnreadableFeed extends Error {
  override readonly name = 'UnreadableFeed';
  readonly fault: FeedFault;
  /** How long the server asks us to wait; seconds. */
  readonly retryAfter: number | undefined;
  /** A code that tells more, such as the server's status. */
  readonly detail: string | undefined;

  constructor(fault: FeedFault, message: string, { retryAfter, detail, cause }: Circumstances = {}) {
    super(message, { cause });
    this.fault = fault;
    this.retryAfter = retryAfter;
    this.detail = detail;
  }
}
