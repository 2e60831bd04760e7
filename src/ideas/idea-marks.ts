import { z } from 'zod';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { type CardAction, cardAction } from '../bot/card-action.ts';
import type { Turn } from '../bot/turn.ts';
import type { ActionName } from '../bot/verbs.ts';
import { follow, type Marks, marksOn, stopFollowing, support, takeSupportBack } from '../engagement/marks.ts';
import type { Subject } from '../engagement/model.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { ideaCard } from './idea-card.ts';
import { isOpenToAll, openIdeaGoingOn } from './open-ideas.ts';
import { ideaSubject } from './recount.ts';
import { referenceSchema } from './reference.ts';
import { submissionOf } from './steps.ts';

export const ideaSchema = z.strictObject({ idea: referenceSchema });

/** One idea as everybody may see it, with the actor's own marks. */
export async function viewIdea(store: DocumentStore, turn: Turn, reference: string): Promise<Answer> {
  const { actor, words } = turn;
  const submission = await openIdeaGoingOn(store, actor.tenantId, reference);
  if (!submission) return sayText(words.say('ideas.card.closed'));
  const subject = ideaSubject(actor.tenantId, submission.reference);
  const marks = await marksOn(store, subject, actor.personId);
  return showCard(ideaCard(words, submission, marks, actor.personId));
}

/** The buttons by which a person sets a mark on an idea or takes it back. Each leads to one state, pressed how often. */
export function markActions(store: DocumentStore): readonly CardAction[] {
  const setting = (
    name: ActionName,
    refusal: 'ideas.card.ownSupport' | 'ideas.card.ownFollow',
    set: (turn: Turn, subject: Subject) => Promise<Marks>,
  ): CardAction =>
    cardAction({
      name,
      about: ideaSchema,
      async run(turn, { idea }) {
        const { actor, words } = turn;
        const submission = await openIdeaGoingOn(store, actor.tenantId, idea);
        if (!submission) return sayText(words.say('ideas.card.closed'));
        if (submission.author?.personId === actor.personId) return sayText(words.say(refusal));
        const marks = await set(turn, ideaSubject(actor.tenantId, submission.reference));
        return showCard(ideaCard(words, submission, marks, actor.personId));
      },
    });

  // What a person has set they may take back, whatever has become of the idea.
  const takingBack = (
    name: ActionName,
    takeBack: (turn: Turn, subject: Subject) => Promise<Marks>,
  ): CardAction =>
    cardAction({
      name,
      about: ideaSchema,
      async run(turn, { idea }) {
        const { actor, words } = turn;
        const submission = await submissionOf(store, actor.tenantId, idea);
        const marks = await takeBack(turn, ideaSubject(actor.tenantId, idea));
        return submission && isOpenToAll(submission)
          ? showCard(ideaCard(words, submission, marks, actor.personId))
          : sayText(words.say('ideas.card.closedDone'));
      },
    });

  const supporting =
    (named: boolean) =>
    ({ actor, now }: Turn, subject: Subject) =>
      support(store, subject, actor, { named, now });

  return [
    setting('ideas.support', 'ideas.card.ownSupport', supporting(true)),
    setting('ideas.supportUnnamed', 'ideas.card.ownSupport', supporting(false)),
    setting('ideas.follow', 'ideas.card.ownFollow', ({ actor, now }, subject) =>
      follow(store, subject, actor, now),
    ),
    takingBack('ideas.takeSupportBack', ({ actor, now }, subject) =>
      takeSupportBack(store, subject, actor, now),
    ),
    takingBack('ideas.stopFollowing', ({ actor }, subject) => stopFollowing(store, subject, actor)),
  ];
}
