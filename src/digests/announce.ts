import { withEvent } from '../outbox/event.ts';
import { changeDocument } from '../store/change-document.ts';
import { type Edition, editions } from './model.ts';
import type { DigestParts } from './parts.ts';
import type { Posting } from './posting.ts';

/** Raised when places got an edition; `data.batch` names their postings. */
export const editionPosted = 'edition.posted';

/** The id of the event that sends a batch of postings. */
export const postedEvent = (edition: string, batch: string): string => `editions/${edition}/${batch}`;

/** What a place got: the edition is there and will be sent. */
export interface Published {
  readonly edition: string;
  readonly body: Edition;
}

/** Adds to each edition the event that sends a batch of its postings; one that was sent already does no harm. */
export async function announce(
  { store }: Pick<DigestParts, 'store'>,
  tenantId: string,
  posted: readonly Posting[],
): Promise<ReadonlyMap<string, Published>> {
  const batches = new Map(posted.map((posting) => [`${posting.edition} ${posting.batch}`, posting]));
  const bodies = new Map<string, Edition>();
  await Promise.all(
    [...batches.values()].map(async ({ edition, batch }) => {
      const id = postedEvent(edition, batch);
      // All carry the instant of the edition: by it its deliveries stand together and can be counted.
      const changed = await changeDocument(store, editions, tenantId, edition, (body) =>
        body.events.some((pending) => pending.id === id)
          ? undefined
          : withEvent(body, { id, type: editionPosted, at: body.composedAt, data: { batch } }),
      );
      if (changed) bodies.set(edition, changed.body);
    }),
  );
  return new Map(
    posted.flatMap(({ subscriptionId, edition }) => {
      const body = bodies.get(edition);
      return body ? [[subscriptionId, { edition, body }] as const] : [];
    }),
  );
}
