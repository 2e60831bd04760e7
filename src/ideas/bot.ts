import { z } from 'zod';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import type { Turn } from '../bot/turn.ts';
import type { Feature } from '../feature.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { answerDialog } from './answer-dialog.ts';
import { authorCards, authorListeners, reachListeners } from './author-news.ts';
import { inviteCard, mineCard, storyCard } from './cards.ts';
import type { DueDates } from './due-dates.ts';
import type { FindAlike } from './evidence/alike.ts';
import { lastService } from './last-service.ts';
import { ownSubmission, submissionsOf } from './mine.ts';
import type { Submission } from './model.ts';
import { promptedBy } from './prompted-by.ts';
import { referenceSchema } from './reference.ts';
import { shareDialog } from './share-dialog.ts';

export interface IdeasParts {
  readonly store: DocumentStore;
  readonly words: Words;
  readonly relay: Outbox['relay'];
  readonly services: readonly string[];
  readonly findAlike: FindAlike;
  readonly forms: 'dialog' | 'inline';
  readonly dueDates: (submission: Submission) => DueDates;
}

const ideaSchema = z.strictObject({ idea: referenceSchema });
const pageSchema = z.strictObject({ after: z.string().max(2000).optional() });

/** Capturing ideas, projects and barriers, and showing people what became of theirs. */
export function ideasFeature(parts: IdeasParts): Feature {
  const { store, relay } = parts;
  const news = { ...parts, receiptCloses: parts.forms === 'dialog' };
  return {
    commands: [
      { name: 'idea', run: async ({ words }) => showCard(inviteCard(words)) },
      { name: 'my ideas', run: (turn) => listMine(store, turn) },
    ],
    dialogs: [
      shareDialog({ ...parts, lastService: lastService(store), promptedBy: promptedBy(store) }),
      answerDialog(store, relay),
    ],
    actions: [
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
          return submission
            ? showCard(storyCard(words, submission))
            : sayText(words.say('ideas.mine.missing'));
        },
      }),
    ],
    listeners: [...authorListeners(news), ...reachListeners(store, relay)],
    deliveryCards: authorCards(news),
  };
}

async function listMine(store: DocumentStore, { actor, words }: Turn, after?: string): Promise<Answer> {
  const page = await submissionsOf(store, actor.tenantId, actor.personId, after);
  return showCard(mineCard(words, page, after !== undefined));
}
