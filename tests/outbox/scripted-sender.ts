import { z } from 'zod';
import type { Sender, SendResult } from '../../src/outbox/sender.ts';

export interface SentCall {
  readonly what: 'open' | 'post' | 'update';
  /** The subject of the delivery that was drawn; who the chat is opened with. */
  readonly subject: string;
  readonly drawn: string;
  readonly conversationId: string;
  /** Of an update: the message that is redrawn. */
  readonly activityId: string;
}

type Promised<T> = T | Promise<T>;

export type Script = (call: SentCall, nth: number) => Promised<SendResult | undefined>;

const drawnSchema = z.object({ subject: z.string(), drawn: z.string() });

/** Teams as a test wants it: answers by the script, and `sent` where the script says nothing. */
export function scriptedSender(script: Script = () => undefined) {
  const calls: SentCall[] = [];
  const answers = { script };

  async function answer(call: SentCall): Promise<SendResult> {
    const nth = calls.push(call);
    const scripted = await answers.script(call, nth);
    if (scripted) return scripted;
    const activityId =
      call.what === 'update' ? call.activityId : call.what === 'open' ? '' : `message-${nth}`;
    return { kind: 'sent', conversationId: call.conversationId, activityId };
  }

  const sender: Sender = {
    open: ({ memberId = '' }) =>
      answer({
        what: 'open',
        subject: memberId,
        drawn: '',
        conversationId: `chat-of-${memberId}`,
        activityId: '',
      }),
    post: ({ conversationId }, view) =>
      answer({ what: 'post', ...drawnSchema.parse(view.data), conversationId, activityId: '' }),
    update: (_address, message, view) =>
      answer({ what: 'update', ...drawnSchema.parse(view.data), ...message }),
  };
  return {
    sender,
    calls,
    /** From now on Teams answers so. */
    answer: (next: Script) => {
      answers.script = next;
    },
    /** `post first`, `update second` … in the order of the calls. */
    told: () => calls.map(({ what, subject }) => `${what} ${subject}`),
  };
}

export const later = (afterMs?: number): SendResult => ({
  kind: 'later',
  reason: '429',
  throttled: true,
  ...(afterMs !== undefined && { afterMs }),
});
export const busy = { kind: 'later', reason: '412', throttled: false } as const;
export const unreachable: SendResult = { kind: 'unreachable', reason: '403 ForbiddenOperationException' };
export const unclear: SendResult = { kind: 'unclear', reason: '502' };
export const refused: SendResult = { kind: 'refused', reason: '413' };
