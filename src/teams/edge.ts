import { z } from 'zod';
import type { Answer } from '../bot/answer.ts';
import type { ContactBook } from '../bot/contact-book.ts';
import type { ReactionCounter } from '../bot/reactions.ts';
import type { Actor, Turn } from '../bot/turn.ts';
import type { Clock } from '../time/clock.ts';
import type { Words } from '../words/words.ts';
import type { IncomingActivity } from './activity.ts';
import type { Background } from './background.ts';
import type { Cards } from './cards.ts';
import { actorOf, conversationOf } from './conversation.ts';
import { answerMessageAction, answerSearch } from './extension.ts';
import { answerConsent, type ConsentParts } from './files/consent.ts';
import { sentFiles } from './files/sent-files.ts';
import { type GuardSettings, refusalOf, tenantOf } from './guard.ts';
import { noteInstallation } from './installs.ts';
import {
  cardActionAnswer,
  dialogAnswer,
  type InvokeAnswer,
  type ShownInPlace,
  searchAnswer,
} from './invoke-answers.ts';
import { answerMessage, type MessageParts } from './messages.ts';
import { answerPress, type Shown } from './presses.ts';
import type { ReplyTo } from './reply.ts';
import type { Surface } from './surfaces.ts';

export interface EdgeParts extends MessageParts, ConsentParts {
  readonly guard: GuardSettings;
  readonly words: Words;
  readonly clock: Clock;
  readonly cards: Cards;
  readonly surface: Surface;
  readonly contacts: ContactBook;
  readonly background: Background;
  readonly reactions: readonly ReactionCounter[];
  readonly reply: ReplyTo;
}

const nothingToSay: InvokeAnswer = { status: 200 };
const notOurs: InvokeAnswer = { status: 501 };
const refused: InvokeAnswer = { status: 403 };

const dialogValue = z.object({ data: z.unknown().optional() });
const cardActionValue = z.object({
  action: z.object({ data: z.unknown().optional() }),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
});

/** Answers one activity whose token has been checked. */
export async function answerActivity(activity: IncomingActivity, parts: EdgeParts): Promise<InvokeAnswer> {
  const refusal = refusalOf(activity, parts.guard);
  if (refusal) {
    parts.telemetry.warn('activity.refused', { reason: refusal, type: activity.type, name: activity.name });
    return refused;
  }
  const actor = actorOf(activity);
  switch (activity.type) {
    case 'installationUpdate':
    case 'conversationUpdate':
      await noteInstallation(activity, parts.contacts);
      return nothingToSay;
    case 'message':
      if (actor) sayLater(turnOf(activity, actor, parts), activity, parts);
      else parts.telemetry.warn('activity.refused', { reason: 'a message of nobody', type: activity.type });
      return nothingToSay;
    case 'messageReaction':
      noteReaction(activity, parts);
      return nothingToSay;
    case 'invoke':
      return actor ? answerInvoke(turnOf(activity, actor, parts), activity, parts) : refused;
    default:
      return nothingToSay;
  }
}

/** A 1:1 chat has one reader: a total of reactions would tell whose they are. */
function noteReaction(activity: IncomingActivity, parts: EdgeParts): void {
  const { reactionsAdded = [], reactionsRemoved = [], replyToId, id: activityId = '' } = activity;
  const { kind, id: placeId } = conversationOf(activity);
  if (kind === 'personal' || replyToId === undefined) return;
  const change = reactionsAdded.length - reactionsRemoved.length;
  const reacted = { tenantId: tenantOf(activity), placeId, messageId: replyToId, change, activityId };
  for (const counter of parts.reactions) parts.background.run('reaction', () => counter.reacted(reacted));
}

async function answerInvoke(turn: Turn, activity: IncomingActivity, parts: EdgeParts): Promise<InvokeAnswer> {
  switch (activity.name) {
    case 'task/fetch':
      noteContact(turn, parts);
      return dialogAnswer(await pressed(turn, activity, dataOf(activity.value), parts), parts.cards);
    case 'task/submit':
      return dialogAnswer(await pressed(turn, activity, dataOf(activity.value), parts), parts.cards);
    case 'fileConsent/invoke':
      parts.background.run('file', () => answerConsent(turn, activity, parts));
      return nothingToSay;
    // The bot need not be in the conversation of these, so it is not noted as a place to write to.
    case 'composeExtension/fetchTask':
      return dialogAnswer(
        inPlace(turn, activity, await answerMessageAction(turn, activity.value, parts), parts),
        parts.cards,
      );
    case 'composeExtension/submitAction':
      return dialogAnswer(await pressed(turn, activity, dataOf(activity.value), parts), parts.cards);
    case 'composeExtension/query':
      return searchAnswer(await answerSearch(turn, activity.value, parts), parts.cards, parts.surface);
    case 'adaptiveCard/action': {
      const value = cardActionValue.safeParse(activity.value);
      // An automatic refresh is no act of a person; no card of ours asks for one.
      if (value.success && value.data.trigger === 'automatic') return nothingToSay;
      const shown = await pressed(turn, activity, value.data?.action.data, parts);
      return cardActionAnswer(shown, parts.cards, parts.surface);
    }
    default:
      parts.telemetry.warn('invoke.unknown', { name: activity.name });
      return notOurs;
  }
}

async function pressed(turn: Turn, activity: IncomingActivity, data: unknown, parts: EdgeParts) {
  return inPlace(turn, activity, await answerPress(turn, data, parts), parts);
}

/** A file cannot be offered in the answer to a press: the offer follows as a message of its own, in the 1:1 chat alone. */
function inPlace(turn: Turn, activity: IncomingActivity, shown: Shown, parts: EdgeParts): ShownInPlace {
  if (shown.kind !== 'file') return shown;
  if (turn.conversation.kind !== 'personal')
    return { kind: 'text', text: turn.words.say('bot.file.personal') };
  const { id: _, ...asMessage } = activity;
  parts.background.run('file.offer', () => parts.reply(asMessage, shown, parts.surface));
  return { kind: 'text', text: turn.words.say('bot.file.below') };
}

const dataOf = (value: unknown): unknown => dialogValue.safeParse(value).data?.data;

/** A message is answered by a message of its own, so Teams need not wait for it. */
function sayLater(turn: Turn, activity: IncomingActivity, parts: EdgeParts): void {
  parts.background.run('message', async () => {
    const answer: Answer = await answerMessage(turn, activity, parts);
    await parts.reply(activity, answer, isOldPress(activity) ? 'inlineMessage' : parts.surface);
  });
  if (!isOldPress(activity)) noteContact(turn, parts);
}

const isOldPress = (activity: IncomingActivity) =>
  typeof activity.value === 'object' && activity.value !== null;

/** Not for submitted forms, which older clients send as messages: a contact noted at that moment could tie an anonymous form to its author. */
function noteContact(turn: Turn, parts: EdgeParts): void {
  parts.background.run('contact', () => parts.contacts.heard(turn.actor, turn.conversation));
}

const inDialogs = [
  'task/fetch',
  'task/submit',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
];

const isInDialog = ({ name = '' }: IncomingActivity): boolean => inDialogs.includes(name);

function turnOf(activity: IncomingActivity, actor: Actor, parts: EdgeParts): Turn {
  const conversation = conversationOf(activity);
  return {
    actor,
    conversation,
    private: conversation.kind === 'personal' || isInDialog(activity),
    words: parts.words,
    activityId: activity.id ?? '',
    now: parts.clock.now(),
    files: conversation.kind === 'personal' ? sentFiles(activity, parts.guard.development) : [],
  };
}
