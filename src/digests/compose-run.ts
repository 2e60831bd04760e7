import { noEvents } from '../outbox/event.ts';
import type { Candidates } from './candidates.ts';
import { composeEdition } from './compose-edition.ts';
import { type Content, type Edition, hashOf, type Subscription, shortHashOf, usualWish } from './model.ts';
import type { DigestParts } from './parts.ts';
import { readCandidates } from './read-candidates.ts';

/** An edition as composed, with the document id that its content gives it. */
export interface Composed {
  readonly id: string;
  readonly body: Edition;
}

/** Composes many editions of one tenant at one instant. */
export interface ComposeRun {
  /** Undefined when there is nothing to tell. */
  compose(subscription: Subscription): Promise<Composed | undefined>;
  /** All that the editions of this run are made of. */
  candidates(): Promise<Candidates>;
}

/** Subscriptions with one key get the same edition. */
export const sharedKey = ({ wish = usualWish, lastEditionAt, casesTold, recent }: Subscription): string =>
  hashOf(wish, { lastEditionAt, casesTold, recent });

// Articles of one poll carry one instant and are written one after the other. An edition that is due leaves the last
// moments to the next, so that it never cuts such a row in two; who asks for one wants what is there.
const settlesWithinMs = 2 * 60 * 1000;

/** So many different editions are kept in memory at once. */
const mostKept = 1_000;

/**
 * Places that wish the same and were told the same get the same edition, which is composed once. Its id is made of
 * what it tells, so that it is stored once too.
 */
export function composeRun(
  { store, clock }: Pick<DigestParts, 'store' | 'clock'>,
  tenantId: string,
  because: 'due' | 'asked',
): ComposeRun {
  const now = clock.now();
  const known = new Map<string, Composed | undefined>();
  let reading: Promise<Candidates> | undefined;
  const candidates = () => {
    reading ??= readCandidates(store, tenantId, now);
    return reading;
  };
  return {
    candidates,
    async compose(subscription) {
      const key = sharedKey(subscription);
      if (known.has(key)) return known.get(key);
      const { wish = usualWish, lastEditionAt, casesTold, recent } = subscription;
      const history = { lastEditionAt, casesTold, recent };
      const settles = because === 'due' && lastEditionAt !== undefined;
      const cutOff = settles ? new Date(now.getTime() - settlesWithinMs) : now;
      const content = composeEdition(wish, await candidates(), history, cutOff);
      if (known.size >= mostKept) known.clear();
      const composed = content && { id: shortHashOf(content), body: editionOf(content, now) };
      known.set(key, composed);
      return composed;
    },
  };
}

const editionOf = (content: Content, now: Date): Edition => ({
  ...content,
  composedAt: now.toISOString(),
  ...noEvents,
});
