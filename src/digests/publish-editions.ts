import type { StoredDocument } from '../store/document-store.ts';
import { announce, type Published } from './announce.ts';
import { afterEdition } from './compose-edition.ts';
import type { Composed, ComposeRun } from './compose-run.ts';
import { type Edition, editions, type Occasion, type Subscription, shortHashOf } from './model.ts';
import type { DigestParts } from './parts.ts';
import { type Posting, postingFor, postingId, postings } from './posting.ts';
import { changeSubscription } from './together/leave.ts';

export interface Wanted {
  readonly subscription: StoredDocument<Subscription>;
  readonly occasion: Occasion;
  /** How many follow the subscription. */
  readonly members?: number | undefined;
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
  for (const { subscription, occasion, members } of wanted) {
    // What a message asked for was told then: composed anew it would be another edition, or none.
    const asked =
      occasion.because === 'asked' ? await earlierOf(parts, tenantId, subscription.id, occasion) : undefined;
    if (asked) {
      posted.push(asked);
      continue;
    }
    const edition = await run.compose(subscription.body);
    if (!edition) parts.telemetry.count('digests.nothingNew');
    const at = clock.now().toISOString();
    const row =
      edition &&
      postingFor(tenantId, subscription, { occasion, edition: edition.id, batch: '', at }, members);
    if (!row) continue;
    composed.set(edition.id, edition);
    rows.push(row);
  }
  const [first] = rows;
  if (first) for (const { body } of rows) body.batch = shortHashOf(body.edition, first.id, first.body.at);
  await store.createMany(editions, tenantId, [...composed.values()]);
  const created = new Set((await store.createMany(postings, tenantId, rows)).map(({ id }) => id));
  // Under its key the posting may be there from an earlier try, perhaps with another edition: then that one counts.
  const there = rows.filter(({ id }) => !created.has(id));
  const earlier = await Promise.all(there.map(({ id }) => store.get(postings, tenantId, id)));
  posted.push(...rows.filter(({ id }) => created.has(id)).map(({ body }) => body));
  posted.push(...earlier.flatMap((posting) => posting?.body ?? []));
  parts.telemetry.count('digests.posted', posted.length);
  return announce(parts, tenantId, posted);
}

const earlierOf = async (
  { store }: DigestParts,
  tenantId: string,
  subscription: string,
  occasion: Occasion,
): Promise<Posting | undefined> =>
  (await store.get(postings, tenantId, postingId(subscription, occasion)))?.body;

/** Notes on a subscription what an edition told, so that no later one tells it again, nor one that waited before it. */
export const noteTold = (
  { store }: Pick<DigestParts, 'store'>,
  tenantId: string,
  subscription: string,
  edition: Edition,
): Promise<StoredDocument<Subscription> | undefined> =>
  changeSubscription(store, tenantId, subscription, (body) => {
    const { waitsFor: _, ...told } = afterEdition(body, edition);
    return told;
  });
