import { withEvent } from '../outbox/event.ts';
import { changeDocument } from '../store/change-document.ts';
import type { StoredDocument } from '../store/document-store.ts';
import { afterEdition } from './compose-edition.ts';
import type { Composed, ComposeRun } from './compose-run.ts';
import { type Edition, editions, hashOf, type Occasion, type Subscription, subscriptions } from './model.ts';
import type { DigestParts } from './parts.ts';
import { type Posting, postingId, postings, receiversOf } from './posting.ts';

/** Raised when places got an edition; `data.batch` names their postings. */
export const editionPosted = 'edition.posted';

export interface Wanted {
  readonly subscription: StoredDocument<Subscription>;
  readonly occasion: Occasion;
}

/** What a place got: the edition is there and will be sent. */
export interface Published {
  readonly edition: string;
  readonly body: Edition;
}

/**
 * Gives each subscription its edition of an occasion: the edition first, then one posting a subscription under a key
 * of its own, then the event that sends them. Stopped anywhere and run again, it finds the postings there and gives no
 * place a second one. Returns by subscription id what each got; one with nothing new is not in it.
 */
export async function publishEditions(
  parts: DigestParts,
  run: ComposeRun,
  tenantId: string,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, Published>> {
  const { store, clock } = parts;
  const composed = new Map<string, Composed>();
  const rows: { id: string; body: Posting }[] = [];
  const posted: Posting[] = [];
  for (const { subscription, occasion } of wanted) {
    // What a message asked for was told then: composed anew it would be another edition, or none.
    const asked =
      occasion.because === 'asked' ? await earlierOf(parts, tenantId, subscription.id, occasion) : undefined;
    if (asked) {
      posted.push(asked);
      continue;
    }
    const edition = await run.compose(subscription.body);
    if (!edition) parts.telemetry.count('digests.nothingNew');
    const receivers = receiversOf(tenantId, subscription.body);
    if (!edition || receivers.length === 0) continue;
    composed.set(edition.id, edition);
    rows.push({
      id: postingId(subscription.id, occasion),
      body: {
        edition: edition.id,
        subscriptionId: subscription.id,
        receivers,
        because: occasion.because,
        batch: '',
        at: clock.now().toISOString(),
      },
    });
  }
  const [first] = rows;
  if (first) for (const { body } of rows) body.batch = hashOf(body.edition, first.id, first.body.at);
  await store.createMany(editions, tenantId, [...composed.values()]);
  const created = new Set((await store.createMany(postings, tenantId, rows)).map(({ id }) => id));
  // Under its key the posting may be there from an earlier try, perhaps with another edition: then that one counts.
  const there = rows.filter(({ id }) => !created.has(id));
  const earlier = await Promise.all(there.map(({ id }) => store.get(postings, tenantId, id)));
  posted.push(...rows.filter(({ id }) => created.has(id)).map(({ body }) => body));
  posted.push(...earlier.flatMap((posting) => posting?.body ?? []));
  return announce(parts, tenantId, posted);
}

const earlierOf = async (
  { store }: DigestParts,
  tenantId: string,
  subscription: string,
  occasion: Occasion,
): Promise<Posting | undefined> =>
  (await store.get(postings, tenantId, postingId(subscription, occasion)))?.body;

/** Adds to each edition the event that sends a batch of its postings; one that was sent already does no harm. */
async function announce(
  { store, clock, telemetry }: DigestParts,
  tenantId: string,
  posted: readonly Posting[],
): Promise<ReadonlyMap<string, Published>> {
  const batches = new Map(posted.map((posting) => [`${posting.edition} ${posting.batch}`, posting]));
  const bodies = new Map<string, Edition>();
  await Promise.all(
    [...batches.values()].map(async ({ edition, batch }) => {
      const id = `editions/${edition}/${batch}`;
      const event = { id, type: editionPosted, at: clock.now().toISOString(), data: { batch } };
      const changed = await changeDocument(store, editions, tenantId, edition, (body) =>
        body.events.some((pending) => pending.id === id) ? undefined : withEvent(body, event),
      );
      if (changed) bodies.set(edition, changed.body);
    }),
  );
  telemetry.count('digests.posted', posted.length);
  return new Map(
    posted.flatMap(({ subscriptionId, edition }) => {
      const body = bodies.get(edition);
      return body ? [[subscriptionId, { edition, body }] as const] : [];
    }),
  );
}

/** Notes on a subscription what an edition told, so that no later one tells it again. */
export const noteTold = (
  { store }: Pick<DigestParts, 'store'>,
  tenantId: string,
  subscription: string,
  edition: Edition,
): Promise<StoredDocument<Subscription> | undefined> =>
  changeDocument(store, subscriptions, tenantId, subscription, (body) => afterEdition(body, edition));
