import type { DocumentStore, StoredDocument } from '../../store/document-store.ts';
import { everyPage } from '../../store/every-document.ts';
import { never, type Subscription, subscriptions } from '../model.ts';
import { type Posting, postingFor, postings } from '../posting.ts';

const pageSize = 500;
const mostRead = 1_000;

/** How many follow a shared subscription. */
export const countMembers = (store: DocumentStore, tenantId: string, shared: string): Promise<number> =>
  store.count(subscriptions, tenantId, { follows: shared });

type Row = { readonly id: string; readonly body: Posting };

/**
 * A posting for each place or person that a page of them is for. A shared one becomes those of all that follow its
 * subscription, under the keys they would have by themselves.
 */
export async function* eachPosting(
  store: DocumentStore,
  tenantId: string,
  page: readonly StoredDocument<Posting>[],
): AsyncGenerator<readonly Row[]> {
  const single = page.filter(({ body }) => body.shared === undefined);
  if (single.length > 0) yield single;
  for (const { body: posting } of page) {
    if (!posting.shared) continue;
    const { subscriptionId: follows } = posting;
    const members = everyPage(store, subscriptions, tenantId, { where: { follows }, limit: pageSize });
    for await (const some of members) yield rowsOf(tenantId, posting, posting.shared.dueAt, some);
  }
}

const rowsOf = (
  tenantId: string,
  { edition, batch, at }: Posting,
  dueAt: string,
  members: readonly StoredDocument<Subscription>[],
): readonly Row[] =>
  members
    .filter(({ body }) => body.state === 'active' && (body.dueAt === never || body.dueAt === dueAt))
    .flatMap(
      (one) => postingFor(tenantId, one, { occasion: { because: 'due', dueAt }, edition, batch, at }) ?? [],
    );

/** How many places and people an edition was posted for. */
export async function countPosted(store: DocumentStore, tenantId: string, edition: string): Promise<number> {
  const [all, shared] = await Promise.all([
    store.count(postings, tenantId, { edition }),
    sharedPostings(store, tenantId, edition),
  ]);
  return shared.reduce((sum, { body }) => sum + (body.shared?.members ?? 0), all - shared.length);
}

/** Those postings of an edition that are for many. */
export async function sharedPostings(
  store: DocumentStore,
  tenantId: string,
  edition: string,
  limit = mostRead,
): Promise<readonly StoredDocument<Posting>[]> {
  const where = { edition, 'shared.members': { above: 0 } } as const;
  return (await store.query(postings, tenantId, { where, limit })).documents;
}
