import { z } from 'zod';
import type { PointedMessage } from '../bot/message-action.ts';
import type { Hit } from '../bot/search.ts';
import type { Turn } from '../bot/turn.ts';
import { messageActions, searches } from '../bot/verbs.ts';
import { refusalWords } from './authorise.ts';
import { withDeadline } from './deadline.ts';
import { carryOut, type PressParts, type Shown } from './presses.ts';

// Teams' documentation promises none of these: a message may be of an app, without a body, or deleted meanwhile.
const named = z.object({ displayName: z.string().nullish() }).nullish();

const payloadSchema = z.object({
  linkToMessage: z.string().max(4_000).nullish(),
  subject: z.string().nullish(),
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  from: z.object({ user: named, application: named }).nullish(),
});

const actionValue = z.object({
  commandId: z.custom<keyof typeof messageActions>(
    (name) => typeof name === 'string' && Object.hasOwn(messageActions, name),
  ),
  messagePayload: payloadSchema.nullish(),
});

const queryValue = z.object({
  commandId: z.custom<keyof typeof searches>(
    (name) => typeof name === 'string' && Object.hasOwn(searches, name),
  ),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).max(5),
  queryOptions: z.object({ skip: z.number().int().min(0).default(0) }).nullish(),
});

/** What a search shows: what was found, none of it on later pages, or words in its place. */
export type Found =
  | { readonly kind: 'hits'; readonly hits: readonly Hit[] }
  | { readonly kind: 'text'; readonly text: string };

/** Opens the form of an action on a message (composeExtension/fetchTask). Never throws. */
export async function answerMessageAction(turn: Turn, value: unknown, parts: PressParts): Promise<Shown> {
  const asked = actionValue.safeParse(value);
  if (!asked.success) {
    parts.telemetry.warn('messageAction.unreadable', { fields: fieldsOf(asked.error) });
    return { kind: 'text', text: turn.words.say('bot.unreadable') };
  }
  const { commandId, messagePayload } = asked.data;
  try {
    const refused = await refusalWords(turn, messageActions[commandId].may, parts.authority);
    if (refused) return { kind: 'text', text: refused };
    const action = parts.registry.messageAction(commandId);
    const begun = await action.begin(turn, messagePayload ? pointedAt(messagePayload) : undefined);
    return await carryOut(turn, { kind: 'open', dialog: action.dialog, ...begun }, parts);
  } catch (error) {
    parts.telemetry.error('messageAction.failed', error, { name: commandId });
    return { kind: 'text', text: turn.words.say('bot.failed') };
  }
}

/** Answers a search (composeExtension/query). Never throws. */
export async function answerSearch(turn: Turn, value: unknown, parts: PressParts): Promise<Found> {
  const asked = queryValue.safeParse(value);
  if (!asked.success) {
    parts.telemetry.warn('search.unreadable', { fields: fieldsOf(asked.error) });
    return { kind: 'text', text: turn.words.say('bot.unreadable') };
  }
  const { commandId, parameters, queryOptions } = asked.data;
  if ((queryOptions?.skip ?? 0) > 0) return { kind: 'hits', hits: [] };
  // Opened and not typed into yet, Teams sends the parameter `initialRun` instead of ours.
  const typed = parameters.find(({ name }) => name !== 'initialRun')?.value;
  const sought = typeof typed === 'string' ? typed : '';
  try {
    const refused = await refusalWords(turn, searches[commandId].may, parts.authority);
    if (refused) return { kind: 'text', text: refused };
    const found = await withDeadline(
      parts.registry.search(commandId).find(turn, sought),
      parts.deadline,
      (error) => parts.telemetry.error('search.failedLate', error, { name: commandId }),
    );
    if (found === 'late') return { kind: 'text', text: turn.words.say('bot.slow') };
    if (found.length === 0) return { kind: 'text', text: turn.words.say(`search.${commandId}.nothing`) };
    return { kind: 'hits', hits: found };
  } catch (error) {
    parts.telemetry.error('search.failed', error, { name: commandId });
    return { kind: 'text', text: turn.words.say('bot.failed') };
  }
}

const fieldsOf = (error: z.ZodError): string => error.issues.map(({ path }) => path.join('.')).join(', ');

const pointedAt = ({
  body,
  subject,
  from,
  linkToMessage,
}: z.infer<typeof payloadSchema>): PointedMessage => ({
  body: { kind: body?.contentType === 'text' ? 'text' : 'html', content: body?.content ?? '' },
  subject: subject ?? '',
  author: from?.user?.displayName ?? from?.application?.displayName ?? '',
  link: linkToMessage ?? '',
});
