import type { Turn } from '../../bot/turn.ts';
import { files } from '../../bot/verbs.ts';
import type { IncomingActivity } from '../activity.ts';
import { refusalWords, withReach } from '../authorise.ts';
import type { Connectors } from '../connectors.ts';
import type { PressParts } from '../presses.ts';
import { textMessage } from '../sender.ts';
import { consentSchema, fileMessage } from './file-cards.ts';
import { uploadFile } from './upload-file.ts';

export interface ConsentParts extends PressParts {
  readonly connectors: Connectors;
  readonly guard: { readonly development: boolean };
}

/**
 * What follows when a person has answered the offer of a file: it is made and put where Teams says, the offer goes
 * and the file stands in its place. Off the invoke, whose answer does not wait for it. Tells the person of any fault.
 */
export async function answerConsent(
  arrived: Turn,
  activity: IncomingActivity,
  parts: ConsentParts,
): Promise<void> {
  const consent = consentSchema.safeParse(activity.value);
  const client = (await parts.connectors.of(activity.serviceUrl)).conversations;
  const { id } = activity.conversation;
  const say = (text: string) => client.sendToConversation(id, textMessage(text));
  const { words } = arrived;
  if (!consent.success) {
    await say(words.say('bot.unreadable'));
    return;
  }
  if (consent.data.action === 'accept') {
    const { context, uploadInfo } = consent.data;
    const { may } = files[context.file];
    const refused = await refusalWords(arrived, may, parts.authority);
    if (refused) {
      await say(refused);
      return;
    }
    try {
      const turn = await withReach(arrived, may, parts.authority);
      const bytes = await parts.registry.file(context.file).make(turn, context.about);
      await uploadFile(uploadInfo.uploadUrl, bytes, parts.guard.development);
    } catch (error) {
      parts.telemetry.error('file.failed', error, { file: context.file });
      await say(words.say('bot.file.failed'));
      return;
    }
    await client.sendToConversation(id, fileMessage(uploadInfo));
  }
  if (activity.replyToId) await client.deleteActivity(id, activity.replyToId);
}
