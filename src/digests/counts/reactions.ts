import type { Reacted, ReactionCounter } from '../../bot/reactions.ts';
import { bucketOf } from '../../outbox/bucket.ts';
import { deliveries, receiverKey } from '../../outbox/delivery.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Clock } from '../../time/clock.ts';
import type { GatheredCounts } from './gathered-counts.ts';

interface ReactionParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly counts: GatheredCounts;
}

// One message may have been redrawn as often, and other conversations may know others by the same id.
const mostLookedAt = 200;
const keptForMs = 60_000;
const mostKept = 1_000;

/** Counts the reactions to messages of editions in channels and group chats, in total for each edition. */
export function editionReactions({ store, clock, counts }: ReactionParts): ReactionCounter {
  const kept = new Map<string, { readonly until: number; readonly edition: Promise<string | undefined> }>();
  const seen = new Set<string>();

  function editionOf(reacted: Reacted): Promise<string | undefined> {
    const now = clock.now().getTime();
    const key = `${reacted.tenantId} ${reacted.placeId} ${reacted.messageId}`;
    const known = kept.get(key);
    if (known && known.until > now) return known.edition;
    if (kept.size >= mostKept) kept.clear();
    const edition = findEdition(store, reacted);
    edition.catch(() => kept.delete(key));
    kept.set(key, { until: now + keptForMs, edition });
    return edition;
  }

  return {
    async reacted(reacted) {
      const { tenantId, change, activityId } = reacted;
      if (change === 0 || (activityId !== '' && seen.has(activityId))) return;
      if (seen.size >= mostKept) seen.clear();
      seen.add(activityId);
      const edition = await editionOf(reacted);
      if (edition !== undefined) counts.add(tenantId, edition, { clicks: {}, reactions: change });
    },
  };
}

/** The edition that a message of the bot shows; undefined when it shows something else. */
async function findEdition(
  store: DocumentStore,
  { tenantId, placeId, messageId }: Reacted,
): Promise<string | undefined> {
  const place = { kind: 'place', tenantId, placeId } as const;
  const { documents } = await store.query(deliveries, bucketOf(place), {
    where: { 'message.activityId': messageId },
    limit: mostLookedAt,
  });
  const ofPlace = documents.filter(({ body }) => body.receiverKey === receiverKey(place));
  return ofPlace.find(({ body }) => body.about.edition !== undefined)?.body.about.edition;
}
