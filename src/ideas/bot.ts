import { z } from 'zod';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import type { Turn } from '../bot/turn.ts';
import type { Feature } from '../feature.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import type { Words } from '../words/words.ts';
import { answerDialog } from './answer-dialog.ts';
import { authorCards, authorListeners, reachListeners } from './author-news.ts';
import { inviteCard, mineCard, storyCard } from './cards.ts';
import type { DueDates } from './due-dates.ts';
import type { FindAlike } from './evidence/alike.ts';
import { lastService } from './last-service.ts';
import { mailCards, mailListeners } from './mail-news.ts';
import { ownSubmission, submissionsOf } from './mine.ts';
import type { Submission } from './model.ts';
import { openIdeasFeature } from './open-feature.ts';
import { promptedBy } from './prompted-by.ts';
import { referenceSchema } from './reference.ts';
import { shareDialog } from './share-dialog.ts';
import { supportersLine } from './supporters.ts';

export interface IdeasParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly tenants: readonly string[];
  readonly words: Words;
  readonly relay: Outbox['relay'];
  readonly services: readonly string[];
  readonly findAlike: FindAlike;
  readonly forms: 'dialog' | 'inline';
  readonly dueDates: (submission: Submission) => DueDates;
  /** The local date of an instant. */
  readonly localDate: (instant: Date) => string;
}

const ideaSchema = z.strictObject({ idea: referenceSchema });
const pageSchema = z.strictObject({ after: z.string().max(2000).optional() });

/** Capturing ideas, projects and barriers, and showing people what became of theirs. */
export function ideasFeature(parts: IdeasParts): Feature {
  const { store, relay } = parts;
  const news = { ...parts, receiptCloses: parts.forms === 'dialog' };
  const forAll = openIdeasFeature(parts);
  return {
    ...forAll,
    commands: [
      ...(forAll.commands ?? []),
      { name: 'idea', run: async ({ words }) => showCard(inviteCard(words)) },
      { name: 'my ideas', run: (turn) => listMine(store, turn) },
    ],
    dialogs: [
      ...(forAll.dialogs ?? []),
      shareDialog({ ...parts, lastService: lastService(store), promptedBy: promptedBy(store) }),
      answerDialog(store, relay),
    ],
    actions: [
      ...(forAll.actions ?? []),
      cardAction({
        name: 'ideas.mine',
        about: pageSchema,
        run: (turn, { after }) => listMine(store, turn, after),
      }),
      cardAction({
        name: 'ideas.open',
        about: ideaSchema,
        async run({ actor, words }, { idea }) {
          const submission = await ownSubmission(store, actor, idea);
          if (!submission) return sayText(words.say('ideas.mine.missing'));
          const supporters = await supportersLine(store, words, actor.tenantId, submission);
          return showCard(storyCard(words, submission, supporters));
        },
      }),
    ],
    listeners: [
      ...(forAll.listeners ?? []),
      ...authorListeners(news),
      ...mailListeners(store),
      ...reachListeners(store, relay),
    ],
    deliveryCards: [...(forAll.deliveryCards ?? []), ...authorCards(news), ...mailCards(parts)],
  };
}

async function listMine(store: DocumentStore, { actor, words }: Turn, after?: string): Promise<Answer> {
  const page = await submissionsOf(store, actor.tenantId, actor.personId, after);
  return showCard(mineCard(words, page, after !== undefined));
}
