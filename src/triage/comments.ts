import { z } from 'zod';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { type CardAction, cardAction } from '../bot/card-action.ts';
import type { Turn } from '../bot/turn.ts';
import { commentIdSchema, commentsOn, removeComment } from '../engagement/comments.ts';
import { ideaSubject } from '../ideas/recount.ts';
import { referenceSchema } from '../ideas/reference.ts';
import { submissionOf } from '../ideas/steps.ts';
import { tellRemoved } from '../ideas/tell-removed.ts';
import { triageCommentsCard } from './cards.ts';
import type { TriageParts } from './work-on.ts';

const pageSchema = z.strictObject({ idea: referenceSchema, after: z.string().max(2000).default('') });
const commentSchema = z.strictObject({ idea: referenceSchema, comment: commentIdSchema });

/** The innovation team reads the comments on every idea and may remove any of them. */
export function triageCommentActions({ store, relay }: TriageParts): readonly CardAction[] {
  const list = async ({ actor, words }: Turn, idea: string, after = ''): Promise<Answer> => {
    const submission = await submissionOf(store, actor.tenantId, idea);
    if (!submission) return sayText(words.say('triage.missing'));
    const page = await commentsOn(store, ideaSubject(actor.tenantId, idea), { after: after || undefined });
    return showCard(triageCommentsCard(words, submission, page, after !== ''));
  };
  return [
    cardAction({
      name: 'triage.comments',
      about: pageSchema,
      run: (turn, { idea, after }) => list(turn, idea, after),
    }),
    cardAction({
      name: 'triage.removeComment',
      about: commentSchema,
      async run(turn, { idea, comment: id }) {
        const { actor, now } = turn;
        const subject = ideaSubject(actor.tenantId, idea);
        const removed = await removeComment(store, subject, actor, { id, now, may: () => true });
        if (removed) await tellRemoved(store, relay, turn, { idea, id });
        return list(turn, idea);
      },
    }),
  ];
}
