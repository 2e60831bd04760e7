import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../bot/answer.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { IncomingActivity } from './activity.ts';
import type { Cards } from './cards.ts';
import type { Connectors } from './connectors.ts';
import { consentMessage } from './files/file-cards.ts';
import { failureOf } from './send-results.ts';
import { cardMessage, textMessage } from './sender.ts';
import type { Surface } from './surfaces.ts';

const attempts = 3;
const longestWaitMs = 5_000;

/** Answers a message in its own thread. */
export type ReplyTo = (activity: IncomingActivity, answer: Answer, surface: Surface) => Promise<void>;

function messageOf(answer: Answer, cards: Cards, surface: Surface) {
  switch (answer.kind) {
    case 'card':
      return cardMessage(answer.view, cards, surface);
    case 'file':
      return consentMessage(answer.offer);
    case 'text':
      return textMessage(answer.text);
  }
}

/** Tries again only where Teams did not take the reply and asked to come back; a person sees it once. */
export function replyBy(parts: {
  connectors: Connectors;
  cards: Cards;
  telemetry: Telemetry;
  clock: Clock;
}): ReplyTo {
  return async (activity, answer, surface) => {
    const message = messageOf(answer, parts.cards, surface);
    const client = await parts.connectors.of(activity.serviceUrl);
    for (let attempt = 1; ; attempt++) {
      try {
        const { conversations } = client;
        if (activity.id) await conversations.replyToActivity(activity.conversation.id, activity.id, message);
        else await conversations.sendToConversation(activity.conversation.id, message);
        return;
      } catch (error) {
        const failure = failureOf(error, parts.clock.now());
        if (failure.kind !== 'later' || attempt === attempts) {
          parts.telemetry.error('reply.failed', error, { kind: failure.kind, attempt });
          return;
        }
        await pause(Math.min(failure.afterMs ?? attempt * 500, longestWaitMs));
      }
    }
  };
}
