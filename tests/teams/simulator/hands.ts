import { z } from 'zod';
import { type InvokeName, invoke, type Scene, submitMessage } from './activities.ts';
import type { BotAnswer, BotLine } from './bot-line.ts';
import { Card, type Hand } from './card.ts';
import { type JsonObject, textIn } from './json.ts';
import { Outcome } from './outcome.ts';

/** Where a card's presses go out from. */
export interface Stand {
  readonly scene: Scene;
  readonly line: BotLine;
  /** Id of the message that the card stands in. */
  readonly message: string;
  newMessageId(): string;
}

const cardJson = z.record(z.string(), z.unknown());

// Teams takes a dialog's card as an attachment only.
const taskAnswer = z.object({
  task: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('continue'),
      value: z.object({
        title: z.string().default(''),
        card: z.object({
          contentType: z.literal('application/vnd.microsoft.card.adaptive'),
          content: cardJson,
        }),
      }),
    }),
    z.object({ type: z.literal('message'), value: z.string() }),
  ]),
});

const actionAnswer = z.discriminatedUnion('type', [
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.card.adaptive'),
    value: cardJson,
  }),
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
  z.object({
    statusCode: z.union([z.literal(400), z.literal(500)]),
    type: z.literal('application/vnd.microsoft.error'),
    value: z.object({ code: z.string(), message: z.string() }),
  }),
]);

/** Presses on a card that stands in a message. */
export function messageHand(stand: Stand): Hand {
  return {
    async submit(_action, data, times) {
      if (isTaskFetch(data)) return task(stand, 'task/fetch', { data }, times, inMessage);
      const activity = submitMessage(stand.scene, stand.newMessageId(), stand.message, data);
      const answer = await stand.line.deliver(activity, times);
      return answer.status < 300 ? Outcome.sent() : Outcome.failed(`HTTP ${answer.status}`);
    },
    async execute(action, data, times) {
      const pressed = {
        type: 'Action.Execute',
        ...(action.id !== undefined && { id: action.id }),
        verb: textIn(action, 'verb'),
        title: textIn(action, 'title'),
        data,
      };
      const value = { action: pressed, trigger: 'manual' };
      const activity = invoke(stand.scene, stand.message, 'adaptiveCard/action', value);
      return afterAction(await stand.line.deliver(activity, times), stand);
    },
  };
}

/** A card's automatic refresh: no person pressed anything. */
export async function refresh(stand: Stand, card: JsonObject): Promise<Outcome> {
  const parsed = z.object({ action: cardJson }).safeParse(card.refresh);
  if (!parsed.success) throw new Error('The card asks for no refresh');
  const value = { action: parsed.data.action, trigger: 'automatic' };
  const activity = invoke(stand.scene, stand.message, 'adaptiveCard/action', value);
  return afterAction(await stand.line.deliver(activity), stand);
}

/** How the presses of a dialog reach the bot: as the command that opened it, when that was one of the extension. */
interface Opened {
  readonly name: 'task/submit' | 'composeExtension/submitAction';
  readonly with: JsonObject;
}

/** Presses on a card inside a dialog, where Teams documents Action.Submit alone. */
function dialogHand(stand: Stand, opened: Opened): Hand {
  return {
    submit: (_action, data, times) => task(stand, opened.name, { ...opened.with, data }, times, opened),
    execute: async () => Outcome.failed('Action.Execute does nothing inside a dialog'),
  };
}

const isTaskFetch = (data: JsonObject): boolean =>
  z.object({ msteams: z.object({ type: z.literal('task/fetch') }) }).safeParse(data).success;

const inMessage: Opened = { name: 'task/submit', with: {} };

async function task(
  stand: Stand,
  name: InvokeName,
  value: JsonObject,
  times: number,
  opened: Opened,
): Promise<Outcome> {
  const sent = { ...value, context: { theme: 'default' } };
  const answer = await stand.line.deliver(invoke(stand.scene, stand.message, name, sent), times);
  if (answer.status !== 200) return Outcome.failed(`HTTP ${answer.status}`);
  if (answer.body === undefined && name === opened.name) return Outcome.closed();
  const parsed = taskAnswer.safeParse(answer.body);
  if (!parsed.success) return Outcome.failed(z.prettifyError(parsed.error));
  const shown = parsed.data.task;
  if (shown.type === 'message') return Outcome.message(shown.value);
  return Outcome.dialog(shown.value.title, new Card(shown.value.card.content, dialogHand(stand, opened)));
}

/** Uses an action of the message extension, which opens a dialog. */
export function openAction(stand: Stand, command: JsonObject, message: JsonObject): Promise<Outcome> {
  const opened: Opened = { name: 'composeExtension/submitAction', with: command };
  return task(stand, 'composeExtension/fetchTask', { ...command, ...message }, 1, opened);
}

function afterAction({ status, body }: BotAnswer, stand: Stand): Outcome {
  // The universal action model wants 200 whatever the body says.
  if (status !== 200) return Outcome.failed(`HTTP ${status}`);
  const parsed = actionAnswer.safeParse(body);
  if (!parsed.success) return Outcome.failed(z.prettifyError(parsed.error));
  const answer = parsed.data;
  switch (answer.type) {
    case 'application/vnd.microsoft.card.adaptive':
      return Outcome.card(new Card(answer.value, messageHand(stand)));
    case 'application/vnd.microsoft.activity.message':
      return Outcome.message(answer.value);
    default:
      return Outcome.failed(`${answer.value.code}: ${answer.value.message}`);
  }
}
