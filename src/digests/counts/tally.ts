import { z } from 'zod';
import { changeDocument } from '../../store/change-document.ts';
import { defineCollection } from '../../store/collection.ts';
import { DocumentExists, type DocumentStore } from '../../store/document-store.ts';
import { daysAfter } from '../../time/days.ts';

const tallySchema = z.object({
  /** How often each link was opened, by the id of its article. */
  clicks: z.record(z.string(), z.int().min(0)),
  /** How many reactions stand on its messages in channels and chats. */
  reactions: z.int(),
  since: z.iso.datetime(),
});

/** What became of one edition, in totals alone: nothing here, or anywhere, tells whose click or reaction it was. */
export type Tally = z.infer<typeof tallySchema>;

const keptForDays = 400;

/** The document id is the edition's. */
export const tallies = defineCollection({
  name: 'tallies',
  schemaVersion: 1,
  schema: tallySchema,
  partition: 'tenant',
  indexed: [],
  orders: [],
  expiresAt: ({ since }) => daysAfter(since, keptForDays),
});

/** What has happened to an edition since it was written last. */
export type Gained = Pick<Tally, 'clicks' | 'reactions'>;

export const nothingGained: Gained = { clicks: {}, reactions: 0 };

export function together(one: Gained, other: Gained): Gained {
  const clicks = { ...one.clicks };
  for (const [article, n] of Object.entries(other.clicks)) clicks[article] = (clicks[article] ?? 0) + n;
  return { clicks, reactions: one.reactions + other.reactions };
}

/** Adds to the tally of an edition; several replicas may do so at once. Throws what the store throws. */
export async function addToTally(
  store: DocumentStore,
  tenantId: string,
  edition: string,
  gained: Gained,
  now: Date,
): Promise<void> {
  const added = await changeDocument(store, tallies, tenantId, edition, (tally) => ({
    ...tally,
    ...together(tally, gained),
  }));
  if (added) return;
  try {
    await store.create(tallies, tenantId, { id: edition, body: { ...gained, since: now.toISOString() } });
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    await addToTally(store, tenantId, edition, gained, now);
  }
}
