import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { everyDocument } from '../store/every-document.ts';
import { engagement, type Mark, type Subject, subjectPartition } from './model.ts';

const pageSize = 100;

/** The comments of a subject that a change would leave otherwise than they are: their ids. */
export async function commentsToReword(
  store: DocumentStore,
  subject: Subject,
  change: (text: string) => string,
): Promise<readonly string[]> {
  const found: string[] = [];
  const comments = everyDocument(store, engagement, subjectPartition(subject), {
    where: { kind: 'comment' },
    limit: pageSize,
  });
  for await (const { id, body } of comments) if (reworded(body, change)) found.push(id);
  return found;
}

/** Changes what comments say. Whose they are and when they came stays. */
export async function rewordComments(
  store: DocumentStore,
  subject: Subject,
  ids: readonly string[],
  change: (text: string) => string,
): Promise<void> {
  for (const id of ids)
    await changeDocument(store, engagement, subjectPartition(subject), id, (body) => reworded(body, change));
}

function reworded(body: Mark, change: (text: string) => string): Mark | undefined {
  if (body.kind !== 'comment') return undefined;
  const text = change(body.text);
  return text === body.text ? undefined : { ...body, text };
}
