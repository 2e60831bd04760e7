import { z } from 'zod';
import { eventfulShape, noEvents, withEvent } from '../outbox/event.ts';
import { changeDocument } from '../store/change-document.ts';
import { defineCollection } from '../store/collection.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Item } from './item.ts';

/** Raised when somebody commented, and when a comment was removed; `data.comment` is its id. */
export const readingCommented = 'reading.commented' as const;
export const readingCommentRemoved = 'reading.commentRemoved' as const;

const discussionSchema = z.object({
  about: z.object({ kind: z.enum(['article', 'case']), id: z.string() }),
  ...eventfulShape,
});

/** What is said about an article or a case study: comments lie with the marks, what they cause lies here. */
export const discussions = defineCollection({
  name: 'discussions',
  schemaVersion: 1,
  schema: discussionSchema,
  partition: 'tenant',
  indexed: ['eventsPending'],
  orders: [],
});

export const discussionId = ({ kind, id }: Item): string => `${kind}:${id}`;

/** Lets those who follow the comments on something know of one. The same again is told once. */
export async function tellDiscussed(
  store: DocumentStore,
  tenantId: string,
  { kind, id: subject }: Item,
  told: {
    type: typeof readingCommented | typeof readingCommentRemoved;
    comment: string;
    now: Date;
  },
): Promise<void> {
  const { type, comment, now } = told;
  const id = discussionId({ kind, id: subject });
  const event = {
    id: `discussions/${id}/${type}/${comment}`,
    type,
    at: now.toISOString(),
    data: { comment },
  };
  const body = withEvent({ about: { kind, id: subject }, ...noEvents }, event);
  const [created] = await store.createMany(discussions, tenantId, [{ id, body }]);
  if (!created)
    await changeDocument(store, discussions, tenantId, id, (current) => withEvent(current, event));
}
