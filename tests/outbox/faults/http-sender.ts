import { z } from 'zod';
import type { Sender, SendResult } from '../../../src/outbox/sender.ts';
import type { StubCall } from './connector-stub.ts';

const answerSchema = z.object({ activityId: z.string() });
const drawnSchema = z.object({ key: z.string() });

/** Speaks to the connector stub, one attempt a call, with the meanings Teams' status codes have. */
export function httpSender(url: string, timeoutMs: number): Sender {
  async function call(body: StubCall): Promise<SendResult> {
    let response: Response;
    try {
      response = await fetch(url, {
        method: 'POST',
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.ok) {
        const { activityId } = answerSchema.parse(await response.json());
        return { kind: 'sent', conversationId: body.conversationId, activityId };
      }
      await response.body?.cancel();
    } catch {
      return { kind: 'unclear', reason: 'no answer' };
    }
    const reason = String(response.status);
    switch (response.status) {
      case 412:
      case 503:
        return { kind: 'later', reason, throttled: false };
      case 429:
        return {
          kind: 'later',
          reason,
          throttled: true,
          afterMs: Number(response.headers.get('retry-after')) * 1000,
        };
      case 404:
        return { kind: 'messageGone' };
      case 400:
        return { kind: 'refused', reason };
      default:
        return { kind: 'unclear', reason };
    }
  }

  return {
    open: ({ memberId = '' }) =>
      call({ what: 'open', key: '', conversationId: `chat of ${memberId}`, activityId: '' }),
    post: ({ conversationId }, view) =>
      call({ what: 'post', ...drawnSchema.parse(view.data), conversationId, activityId: '' }),
    update: (_address, message, view) =>
      call({ what: 'update', ...drawnSchema.parse(view.data), ...message }),
  };
}
