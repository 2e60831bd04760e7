import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../bot/turn.ts';
import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore, Page, StoredDocument } from '../store/document-store.ts';
import { byOf } from './marks.ts';
import { type Comment, engagement, type Mark, type Subject, subjectPartition } from './model.ts';
import { noteChange } from './recount.ts';

const pageSize = 5;

export const commentIdSchema = z.string().regex(/^comment:[\w-]{43}$/u);

/** The id of the comment that a form makes: the same form sent again makes the same one. */
const commentIdOf = (formId: string): string =>
  `comment:${createHash('sha256').update(formId).digest('base64url')}`;

/** Stores a comment and returns its id. The same form sent again stores it once. */
export async function addComment(
  store: DocumentStore,
  subject: Subject,
  actor: Actor,
  { formId, text, now }: { formId: string; text: string; now: Date },
): Promise<string> {
  await noteChange(store, subject, now);
  const id = commentIdOf(formId);
  const body: Mark = { kind: 'comment', by: byOf(actor), at: now.toISOString(), text };
  await store.createMany(engagement, subjectPartition(subject), [{ id, body }]);
  return id;
}

/** A page of comments, the newest first. Those that were removed keep their place. */
export async function commentsOn(
  store: DocumentStore,
  subject: Subject,
  { after, limit = pageSize }: { after?: string | undefined; limit?: number } = {},
): Promise<Page<Comment>> {
  const page = await store.query(engagement, subjectPartition(subject), {
    where: { kind: { in: ['comment', 'removedComment'] } },
    orderBy: { field: 'at', direction: 'descending' },
    limit,
    after,
  });
  return { ...page, documents: page.documents.flatMap(commentIn) };
}

function commentIn({ body, ...rest }: StoredDocument<Mark>): StoredDocument<Comment>[] {
  return body.kind === 'comment' || body.kind === 'removedComment' ? [{ ...rest, body }] : [];
}

/** The comment of an id as it stands; undefined when there is none. */
export async function commentOf(
  store: DocumentStore,
  subject: Subject,
  id: string,
): Promise<Comment | undefined> {
  const document = await store.get(engagement, subjectPartition(subject), id);
  return document && commentIn(document)[0]?.body;
}

/**
 * Removes the words of a comment and keeps who did so. `may` says who is allowed for the comment as it stands.
 * Returns false when there is no such comment or it is not allowed; one that is removed already stays so.
 */
export async function removeComment(
  store: DocumentStore,
  subject: Subject,
  actor: Actor,
  { id, now, may }: { id: string; now: Date; may: (comment: Comment) => boolean },
): Promise<boolean> {
  await noteChange(store, subject, now);
  let done = false;
  await changeDocument(store, engagement, subjectPartition(subject), id, (body): Mark | undefined => {
    done = body.kind === 'removedComment' || (body.kind === 'comment' && may(body));
    if (!done || body.kind !== 'comment') return undefined;
    const removed = { by: byOf(actor), at: now.toISOString() };
    return { kind: 'removedComment', by: body.by, at: body.at, removed };
  });
  return done;
}
