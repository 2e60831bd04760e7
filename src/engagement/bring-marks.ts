import type { DocumentStore, NewDocument } from '../store/document-store.ts';
import { everyPage } from '../store/every-document.ts';
import { engagement, type Mark, markId, type Subject, subjectPartition } from './model.ts';

const pageSize = 100;

/**
 * Copies supports and follows from one subject to another, where a person's own mark stands already it stays. Whose
 * subject the other is (`not`) marks nothing of their own; `author` follows it from now on. May stop and run again.
 */
export async function bringMarks(
  store: DocumentStore,
  { from, to }: { from: Subject; to: Subject },
  { author, not, now }: { author: Mark['by'] | undefined; not: string | undefined; now: Date },
): Promise<void> {
  const pages = everyPage(store, engagement, subjectPartition(from), {
    where: { kind: { in: ['support', 'follow'] } },
    limit: pageSize,
  });
  for await (const page of pages) {
    const marks = page.filter(({ body }) => body.by.personId !== not);
    if (marks.length > 0)
      await store.createMany(
        engagement,
        subjectPartition(to),
        marks.map(({ id, body }) => ({ id, body })),
      );
  }
  if (!author || author.personId === not) return;
  const follow: NewDocument<Mark> = {
    id: markId('follow', author.personId),
    body: { kind: 'follow', by: author, at: now.toISOString() },
  };
  await store.createMany(engagement, subjectPartition(to), [follow]);
}
