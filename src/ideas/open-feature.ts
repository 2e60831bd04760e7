import { z } from 'zod';
import { type Answer, showCard } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import type { Turn } from '../bot/turn.ts';
import { cleanText } from '../bot/typed-text.ts';
import type { Feature } from '../feature.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import { longestSearch } from '../reading/sought.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import type { Words } from '../words/words.ts';
import { commentDialog } from './comment-dialog.ts';
import { commentedDelivery, commentListeners } from './comment-news.ts';
import { followedDelivery, followerListener } from './follower-news.ts';
import { allIdeasCard } from './idea-card.ts';
import { commentActions } from './idea-comments.ts';
import { ideaSchema, markActions, viewIdea } from './idea-marks.ts';
import { countOpenIdeas, openIdeas } from './open-ideas.ts';
import { recountJob } from './recount.ts';
import { redrawTold } from './redraw-told.ts';
import { supportSame } from './support-same.ts';

export interface OpenIdeasParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly words: Words;
  readonly relay: Outbox['relay'];
  readonly tenants: readonly string[];
  readonly calendar: WorkingCalendar;
}

const placeSchema = z.strictObject({
  find: z.string().max(longestSearch).default(''),
  after: z.string().max(2000).default(''),
});

/** Ideas as everybody sees them: the list, each with its marks and comments, and what those who marked it are told. */
export function openIdeasFeature(parts: OpenIdeasParts): Feature {
  const { store, relay, words } = parts;
  return {
    commands: [
      {
        name: 'ideas',
        run: (turn, rest) =>
          listAll(store, turn, { find: cleanText(rest).slice(0, longestSearch), after: '' }),
      },
    ],
    dialogs: [commentDialog(store, relay)],
    actions: [
      cardAction({
        name: 'ideas.all',
        about: placeSchema,
        run: (turn, place) => listAll(store, turn, place),
      }),
      cardAction({
        name: 'ideas.view',
        about: ideaSchema,
        run: (turn, { idea }) => viewIdea(store, turn, idea),
      }),
      ...markActions(store),
      ...commentActions(store, relay),
    ],
    listeners: [supportSame(store), followerListener(store), redrawTold(store), ...commentListeners(parts)],
    deliveryCards: [followedDelivery(store, words), commentedDelivery(parts)],
    jobs: [recountJob(parts)],
  };
}

async function listAll(
  store: DocumentStore,
  { actor, words }: Turn,
  place: { find: string; after: string },
): Promise<Answer> {
  const page = await openIdeas(store, actor.tenantId, words, place);
  const isFirstOfMany = place.find === '' && place.after === '' && page.older !== undefined;
  const count = isFirstOfMany ? await countOpenIdeas(store, actor.tenantId) : undefined;
  return showCard(allIdeasCard(words, page, place, count));
}
