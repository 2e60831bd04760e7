import type { DocumentStore } from '../store/document-store.ts';
import { recounts, type Subject } from './model.ts';

const minuteMs = 60_000;

// A mark is written right after its note; by then the slowest turn has written its own.
const marginMs = 10_000;

const pageSize = 100;

/**
 * Notes that the marks of a subject are about to change. To be written before the change, so that no crash loses the
 * count; one note a minute and subject, however many click.
 */
export async function noteChange(
  store: DocumentStore,
  { tenantId, kind, id: subject }: Subject,
  now: Date,
): Promise<void> {
  const ends = (Math.floor(now.getTime() / minuteMs) + 1) * minuteMs;
  const dueAt = new Date(ends + marginMs).toISOString();
  const note = { id: `${kind}:${subject}:${ends}`, body: { kind, subject, dueAt } };
  await store.createMany(recounts, tenantId, [note]);
}

/**
 * Calls `recount` once for each minute in which the marks of a subject changed, when that minute is over. A note goes
 * when its subject is counted, so that a crash counts it again. Throws what `recount` throws.
 */
export async function recountDue(
  store: DocumentStore,
  { tenantId, kind }: Pick<Subject, 'tenantId' | 'kind'>,
  now: Date,
  recount: (id: string) => Promise<void>,
): Promise<void> {
  const { documents } = await store.query(recounts, tenantId, {
    where: { kind, dueAt: { atMost: now.toISOString() } },
    orderBy: { field: 'dueAt', direction: 'ascending' },
    limit: pageSize,
  });
  for (const id of new Set(documents.map(({ body }) => body.subject))) {
    await recount(id);
    for (const note of documents.filter(({ body }) => body.subject === id))
      await store.remove(recounts, tenantId, note.id);
  }
}
