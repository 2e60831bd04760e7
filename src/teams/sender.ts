import { type Activity, ActivityTypes, type ConversationParameters } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { CardView } from '../bot/answer.ts';
import type { Sender, SendResult } from '../outbox/sender.ts';
import type { Clock } from '../time/clock.ts';
import type { Cards } from './cards.ts';
import type { Connectors } from './connectors.ts';
import { failureOf } from './send-results.ts';
import type { Surface } from './surfaces.ts';

interface SenderParts {
  readonly connectors: Connectors;
  readonly cards: Cards;
  readonly surface: Surface;
  readonly clock: Clock;
  readonly appId: string;
  readonly isTrusted: (serviceUrl: string) => boolean;
}

/** Sends by Teams' Bot Connector: one attempt each, and an id for what went out. */
export function teamsSender({ connectors, cards, surface, clock, appId, isTrusted }: SenderParts): Sender {
  const message = (view: CardView) => cardMessage(view, cards, surface);

  async function attempt(
    serviceUrl: string,
    call: (client: ConnectorClient) => Promise<Extract<SendResult, { kind: 'sent' }>>,
  ): Promise<SendResult> {
    // The bot's token goes wherever this address points.
    if (!isTrusted(serviceUrl)) return { kind: 'refused', reason: 'serviceUrl of an unknown host' };
    try {
      return await call(await connectors.of(serviceUrl));
    } catch (error) {
      return failureOf(error, clock.now());
    }
  }

  return {
    open: ({ serviceUrl, tenantId, memberId = '' }) =>
      attempt(serviceUrl, async (client) => {
        const opened = await client.conversations.createConversation(personalChat(appId, tenantId, memberId));
        return { kind: 'sent', conversationId: opened.id, activityId: '' };
      }),
    post: ({ serviceUrl, conversationId }, view) =>
      attempt(serviceUrl, async (client) => {
        const posted = await client.conversations.sendToConversation(conversationId, message(view));
        return { kind: 'sent', conversationId, activityId: posted.id };
      }),
    update: ({ serviceUrl }, { conversationId, activityId }, view) =>
      attempt(serviceUrl, async (client) => {
        await client.conversations.updateActivity(conversationId, activityId, {
          ...message(view),
          id: activityId,
        });
        return { kind: 'sent', conversationId, activityId };
      }),
  };
}

/** Without an activity, which the SDK's type wrongly requires: with one, Teams would post it. */
const personalChat = (appId: string, tenantId: string, memberId: string) =>
  ({
    isGroup: false,
    bot: { id: `28:${appId}`, name: '' },
    members: [{ id: memberId, name: '' }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  }) as ConversationParameters;

/** A message that is one card, with the line that notifications show. */
export const cardMessage = (view: CardView, cards: Cards, surface: Surface): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary: view.summary,
  attachments: [cards.draw(view, surface)],
});

/** A message of plain words: nothing in it is read as markdown. */
export const textMessage = (text: string): Partial<Activity> => ({
  type: ActivityTypes.Message,
  textFormat: 'plain',
  text,
});
