import type { Sender } from '../outbox/sender.ts';
import type { Job } from '../time/job.ts';
import { withMailbox } from './mailbox.ts';
import { mailSender } from './sender.ts';
import type { MailSeams, MailSettings } from './settings.ts';
import { signInBy } from './sign-in.ts';
import { type TakeInParts, takeInMail } from './take-in.ts';

/** The e-mail edge: what sends letters, and the job that reads the mailbox. */
export interface Mail {
  readonly send: Sender['post'];
  readonly readMailbox: Job;
}

const everySeconds = 120;

/** Connects to nothing yet. */
export function openMail(
  settings: MailSettings,
  parts: Omit<TakeInParts, 'settings'>,
  seams: MailSeams = {},
): Mail {
  const { telemetry } = parts;
  const { trusted } = seams;
  const signIn = signInBy(settings, seams.token);
  return {
    send: mailSender(settings, signIn, trusted),
    readMailbox: {
      name: 'mail.read',
      everySeconds: seams.everySeconds ?? everySeconds,
      run: (signal) =>
        withMailbox(settings, { signIn, telemetry, trusted }, (mailbox) =>
          takeInMail({ ...parts, settings }, mailbox, signal),
        ),
    },
  };
}
