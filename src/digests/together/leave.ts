import { againWhenChanged } from '../../store/change-document.ts';
import type { DocumentStore, StoredDocument } from '../../store/document-store.ts';
import { everyPage } from '../../store/every-document.ts';
import { announce, postedEvent } from '../announce.ts';
import { afterEdition } from '../compose-edition.ts';
import { type Edition, editions, type Subscription, shortHashOf, subscriptions } from '../model.ts';
import { type Posting, postingFor, postingId, postings } from '../posting.ts';
import { byItself, following, isFollowing, sameProgress } from './progress.ts';

type Stored = StoredDocument<Subscription>;

const pageSize = 200;

/** A subscription by its id, as it stands: also where another tells what it was told. */
export async function readSubscription(
  store: DocumentStore,
  tenantId: string,
  id: string,
): Promise<Subscription | undefined> {
  const body = (await store.get(subscriptions, tenantId, id))?.body;
  return body && (await standing(store, tenantId, body)).own;
}

/**
 * Changes a subscription as `changeDocument` does. One that followed another is from then on planned by itself, unless
 * the change leaves open which editions come when; it gets what those it followed with are getting just now.
 */
export const changeSubscription = (
  store: DocumentStore,
  tenantId: string,
  id: string,
  change: (body: Subscription) => Subscription | undefined,
): Promise<Stored | undefined> => changeOrLeave(store, tenantId, id, change, false);

/** Has all that follow a shared subscription planned by themselves. Stopped anywhere, it can be run again. */
export async function scatter(store: DocumentStore, tenantId: string, shared: string): Promise<void> {
  const pages = everyPage(store, subscriptions, tenantId, { where: { follows: shared }, limit: pageSize });
  for await (const page of pages)
    for (const { id } of page) await changeOrLeave(store, tenantId, id, (body) => body, true);
}

const changeOrLeave = (
  store: DocumentStore,
  tenantId: string,
  id: string,
  change: (body: Subscription) => Subscription | undefined,
  leaves: boolean,
): Promise<Stored | undefined> =>
  againWhenChanged(async () => {
    const current = await store.get(subscriptions, tenantId, id);
    if (!current) return undefined;
    const { own, shared } = await standing(store, tenantId, current.body);
    const next = change(own);
    if (!next) return { ...current, body: own };
    if (!shared) return store.replace(subscriptions, current, next);
    if (leaves || !sameProgress(own, next)) return leave(store, current, shared, change);
    const together = await store.replace(subscriptions, current, following(shared.id, next));
    return { ...together, body: next };
  });

/** How it stands by itself, and the one that it follows. */
async function standing(store: DocumentStore, tenantId: string, body: Subscription) {
  const { follows } = body;
  if (follows === undefined || !isFollowing(body)) return { own: byItself(body, undefined) };
  const shared = await store.get(subscriptions, tenantId, follows);
  return { own: byItself(body, shared?.body), shared };
}

/**
 * What those that stay are getting just now is posted for the one that leaves first, under the same key, so that it is
 * neither lost nor doubled wherever this stops. What they began to get meanwhile it gets too.
 */
async function leave(
  store: DocumentStore,
  current: Stored,
  shared: Stored,
  change: (body: Subscription) => Subscription | undefined,
): Promise<Stored> {
  const { partition: tenantId, id } = current;
  const alone = { id, body: byItself(current.body, shared.body) };
  const now = await postedAt(store, shared, shared.body.dueAt);
  for (const posted of await unheardOf(store, shared)) await give(store, tenantId, alone, posted);
  if (now) await give(store, tenantId, alone, now);
  const told = now ? afterEdition(alone.body, now.edition) : alone.body;
  const left = await store.replace(subscriptions, current, change(told) ?? told);
  const meanwhile = now ? undefined : await postedAt(store, shared, shared.body.dueAt);
  if (!meanwhile) return left;
  await give(store, tenantId, alone, meanwhile);
  const noted = await changeSubscription(store, tenantId, id, (body) =>
    afterEdition(body, meanwhile.edition),
  );
  return noted ?? left;
}

interface Posted {
  readonly dueAt: string;
  readonly posting: Posting;
  readonly edition: Edition;
}

/** What was posted for all that follow a shared subscription before it moved on, and may not have reached all of them. */
export async function unheardOf(store: DocumentStore, shared: Stored): Promise<readonly Posted[]> {
  const before = shared.body.shared?.unheard ?? [];
  const posted = await Promise.all(before.map((dueAt) => postedAt(store, shared, dueAt)));
  return posted.flatMap((one) => (one && isUnheard(one) ? one : []));
}

function isUnheard({ posting: { edition: id, batch }, edition }: Posted): boolean {
  const event = postedEvent(id, batch);
  return edition.events.some((pending) => pending.id === event);
}

async function postedAt(
  store: DocumentStore,
  { partition: tenantId, id }: Stored,
  dueAt: string,
): Promise<Posted | undefined> {
  const posting = await store.get(postings, tenantId, postingId(id, { because: 'due', dueAt }));
  const edition = posting && (await store.get(editions, tenantId, posting.body.edition));
  return edition && { dueAt, posting: posting.body, edition: edition.body };
}

/** Posts for one alone what was posted for all. */
async function give(
  store: DocumentStore,
  tenantId: string,
  alone: { readonly id: string; readonly body: Subscription },
  { dueAt, posting: { edition, at } }: Posted,
): Promise<void> {
  const batch = shortHashOf('left', alone.id, dueAt);
  const row = postingFor(tenantId, alone, { occasion: { because: 'due', dueAt }, edition, batch, at });
  if (!row) return;
  await store.createMany(postings, tenantId, [row]);
  await announce({ store }, tenantId, [row.body]);
}
