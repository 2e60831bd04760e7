import { z } from 'zod';
import { showCard } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import type { Feature } from '../feature.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import type { Words } from '../words/words.ts';
import { answerDialog } from './answer-dialog.ts';
import { askAgainDialog } from './ask-again-dialog.ts';
import { authorCards, authorListeners, reachListeners } from './author-news.ts';
import { byCode } from './by-code.ts';
import { answerByCodeDialog, codeDialog } from './by-code-dialogs.ts';
import { inviteCard } from './cards.ts';
import type { ChallengeOf } from './challenge-asked.ts';
import { codeInviteCard } from './code-cards.ts';
import { codeTries } from './code-tries.ts';
import type { Drafts } from './drafts.ts';
import type { DueDates } from './due-dates.ts';
import { editDialog } from './edit-dialog.ts';
import type { FindAlike } from './evidence/alike.ts';
import { changeListeners } from './evidence/changed.ts';
import type { FindIdeas } from './evidence/find-ideas.ts';
import { findExtension } from './find-extension.ts';
import { shareAsIdea } from './from-message.ts';
import { lastService } from './last-service.ts';
import { linkDialog } from './link-dialog.ts';
import { mailCards, mailListeners } from './mail-news.ts';
import { ownSubmission } from './mine.ts';
import { filterDialog, listMine, mineAction } from './mine-list.ts';
import type { Submission } from './model.ts';
import { openIdeasFeature } from './open-feature.ts';
import { promptedBy } from './prompted-by.ts';
import { referenceSchema } from './reference.ts';
import { shareDialog } from './share-dialog.ts';
import { showStory } from './show-story.ts';
import { withdrawDialog } from './withdraw-dialog.ts';

export interface IdeasParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly tenants: readonly string[];
  readonly words: Words;
  readonly relay: Outbox['relay'];
  readonly services: readonly string[];
  readonly findAlike: FindAlike;
  readonly findIdeas: FindIdeas;
  readonly drafts: Drafts;
  readonly challengeOf: ChallengeOf;
  readonly forms: 'dialog' | 'inline';
  readonly dueDates: (submission: Submission) => DueDates;
  /** The local date of an instant. */
  readonly localDate: (instant: Date) => string;
  readonly calendar: WorkingCalendar;
}

const ideaSchema = z.strictObject({ idea: referenceSchema });

/** Capturing ideas, projects and barriers, and showing people what became of theirs. */
export function ideasFeature(parts: IdeasParts): Feature {
  const { store, relay } = parts;
  const coded = { ...parts, byCode: byCode(store, codeTries(store)) };
  const news = { ...parts, receiptCloses: parts.forms === 'dialog' };
  const forAll = openIdeasFeature(parts);
  return {
    ...forAll,
    commands: [
      ...(forAll.commands ?? []),
      { name: 'idea', run: async ({ words }) => showCard(inviteCard(words)) },
      { name: 'my ideas', run: (turn) => listMine(parts, turn) },
      // What follows the phrase is not looked at: a code is typed into the form, which no chat keeps.
      { name: 'reply code', run: async ({ words }) => showCard(codeInviteCard(words)) },
    ],
    dialogs: [
      ...(forAll.dialogs ?? []),
      shareDialog({ ...parts, lastService: lastService(store), promptedBy: promptedBy(store) }),
      answerDialog(parts),
      filterDialog(parts),
      editDialog(parts),
      withdrawDialog(parts),
      linkDialog(parts),
      askAgainDialog(parts),
      codeDialog(coded),
      answerByCodeDialog(coded),
    ],
    actions: [
      ...(forAll.actions ?? []),
      mineAction(parts),
      cardAction({
        name: 'ideas.open',
        about: ideaSchema,
        run: async (turn, { idea }) => showStory(parts, turn, await ownSubmission(store, turn.actor, idea)),
      }),
    ],
    messageActions: [shareAsIdea],
    searches: [findExtension(parts)],
    listeners: [
      ...(forAll.listeners ?? []),
      ...authorListeners(news),
      ...mailListeners(),
      ...reachListeners(store, relay),
      ...changeListeners(store, parts.clock),
    ],
    deliveryCards: [...(forAll.deliveryCards ?? []), ...authorCards(news), ...mailCards(parts)],
  };
}
