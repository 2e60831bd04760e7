import { z } from 'zod';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { type CardAction, cardAction } from '../bot/card-action.ts';
import type { Turn } from '../bot/turn.ts';
import { commentIdSchema, commentsOn, removeComment } from '../engagement/comments.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { commentsCard } from './comment-cards.ts';
import type { Submission } from './model.ts';
import { isOpenToAll } from './open-ideas.ts';
import { ideaSubject } from './recount.ts';
import { referenceSchema } from './reference.ts';
import { submissionOf } from './steps.ts';
import { tellRemoved } from './tell-removed.ts';

const pageSchema = z.strictObject({ idea: referenceSchema, after: z.string().max(2000).default('') });
const commentSchema = z.strictObject({ idea: referenceSchema, comment: commentIdSchema });

/** A page of the comments on an idea that the actor may see: one that is open to everybody, or their own. */
export async function listComments(
  store: DocumentStore,
  { actor, words }: Turn,
  { idea, after = '' }: { idea: string; after?: string },
): Promise<Answer> {
  const submission = await submissionOf(store, actor.tenantId, idea);
  if (!submission || !mayRead(submission, actor.personId)) return sayText(words.say('ideas.card.closed'));
  const page = await commentsOn(store, ideaSubject(actor.tenantId, idea), { after: after || undefined });
  return showCard(commentsCard(words, submission, page, { paged: after !== '', personId: actor.personId }));
}

const mayRead = (submission: Submission, personId: string): boolean =>
  isOpenToAll(submission) || submission.author?.personId === personId;

/** Reading comments, and taking one's own away again. */
export function commentActions(store: DocumentStore, relay: Outbox['relay']): readonly CardAction[] {
  return [
    cardAction({
      name: 'ideas.comments',
      about: pageSchema,
      run: (turn, place) => listComments(store, turn, place),
    }),
    cardAction({
      name: 'ideas.removeComment',
      about: commentSchema,
      async run(turn, { idea, comment: id }) {
        const { actor, words, now } = turn;
        const subject = ideaSubject(actor.tenantId, idea);
        const own = {
          id,
          now,
          may: ({ by }: { by: { personId: string } }) => by.personId === actor.personId,
        };
        const removed = await removeComment(store, subject, actor, own);
        if (!removed) return sayText(words.say('ideas.comments.missing'));
        await tellRemoved(store, relay, turn, { idea, id });
        return listComments(store, turn, { idea });
      },
    }),
  ];
}
