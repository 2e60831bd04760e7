import { createTransport } from 'nodemailer';
import { deliveryId } from '../outbox/delivery-id.ts';
import { letterSchema } from '../outbox/letter.ts';
import type { Sender, SendResult } from '../outbox/sender.ts';
import { letterHtml, letterText } from './letter-parts.ts';
import { failureOf } from './send-results.ts';
import type { MailSettings } from './settings.ts';
import type { SignIn } from './sign-in.ts';

const connectWithinMs = 10_000;
const silenceMs = 30_000;

/**
 * Sends letters by SMTP: one attempt each over a connection of its own, never unencrypted. The Message-ID is made of
 * the delivery's key, so that a letter sent twice can be known as one.
 */
export function mailSender(
  { address: from, smtp }: Pick<MailSettings, 'address' | 'smtp'>,
  signIn: SignIn,
  trusted?: string,
): Sender['post'] {
  const domain = from.slice(from.lastIndexOf('@') + 1);

  return async ({ conversationId: to }, view, key): Promise<SendResult> => {
    const letter = letterSchema.safeParse(view.data);
    if (!letter.success) return { kind: 'refused', reason: `${view.card} is no letter` };
    const credentials = await signIn().catch(() => undefined);
    if (!credentials) return { kind: 'later', reason: 'no token to sign in with', throttled: false };
    const transport = createTransport({
      host: smtp.host,
      port: smtp.port,
      secure: smtp.tlsFromStart,
      requireTLS: !smtp.tlsFromStart,
      auth: 'pass' in credentials ? credentials : { type: 'OAuth2', ...credentials },
      connectionTimeout: connectWithinMs,
      greetingTimeout: connectWithinMs,
      socketTimeout: silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(trusted && { tls: { ca: trusted } }),
    });
    const messageId = `<${deliveryId(key)}@${domain}>`;
    const { subject, inReplyTo, unsubscribe } = letter.data;
    try {
      await transport.sendMail({
        from: { name: 'iNews', address: from },
        to: { name: '', address: to },
        envelope: { from, to },
        messageId,
        subject,
        ...(inReplyTo && { inReplyTo, references: inReplyTo }),
        text: letterText(letter.data),
        html: letterHtml(letter.data),
        // RFC 3834, 5; and Exchange's own word against out-of-office replies.
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'OOF, AutoReply',
          ...(unsubscribe && {
            'List-Unsubscribe': `<${unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
        },
      });
      return { kind: 'sent', conversationId: to, activityId: messageId };
    } catch (error) {
      return failureOf(error);
    } finally {
      transport.close();
    }
  };
}
