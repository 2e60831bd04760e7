import { randomUUID } from 'node:crypto';
import type { ConversationEntry, PersonEntry, TeamEntry } from './directory.ts';
import type { JsonObject } from './json.ts';

/** The bot as Teams knows it. */
export interface Bot {
  /** `28:` and the app id. */
  readonly id: string;
  readonly name: string;
}

/** Who does something, where, and to which bot. */
export interface Scene {
  readonly bot: Bot;
  readonly serviceUrl: string;
  readonly person: PersonEntry;
  readonly conversation: ConversationEntry;
  /** Id of the post that starts the thread, in a channel. */
  readonly thread?: string | undefined;
}

/** What every activity of Teams carries. */
function base(scene: Scene): JsonObject {
  const { bot, serviceUrl, person } = scene;
  return {
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: person.teamsId, name: person.name, aadObjectId: person.objectId },
    recipient: { id: bot.id, name: bot.name },
    conversation: conversationOf(scene),
    channelData: channelDataOf(scene.conversation),
  };
}

const clientInfo = {
  type: 'clientInfo',
  locale: 'en-GB',
  country: 'GB',
  platform: 'Web',
  timezone: 'Europe/London',
};

/** What a person's client adds. */
const fromClient = (entities: readonly JsonObject[] = []): JsonObject => ({
  locale: 'en-GB',
  localTimezone: 'Europe/London',
  localTimestamp: new Date().toISOString(),
  entities: [...entities, clientInfo],
});

function conversationOf({ conversation, thread }: Scene): JsonObject {
  const { id, kind, tenantId } = conversation;
  const shared = kind === 'personal' ? {} : { isGroup: true };
  return {
    ...shared,
    conversationType: kind,
    tenantId,
    id: kind === 'channel' && thread ? `${id};messageid=${thread}` : id,
  };
}

function channelDataOf(conversation: ConversationEntry): JsonObject {
  const tenant = { tenant: { id: conversation.tenantId } };
  if (!conversation.team) return tenant;
  return {
    ...tenant,
    teamsChannelId: conversation.id,
    teamsTeamId: conversation.team.id,
    channel: { id: conversation.id },
    team: { id: conversation.team.id },
  };
}

/** Something said. In a shared conversation it begins with a mention of the bot. */
export function message(scene: Scene, id: string, text: string): JsonObject {
  const at = `<at>${scene.bot.name}</at>`;
  const mention = { type: 'mention', text: at, mentioned: { id: scene.bot.id, name: scene.bot.name } };
  const mentioned = scene.conversation.kind !== 'personal';
  return {
    ...base(scene),
    ...fromClient(mentioned ? [mention] : []),
    type: 'message',
    id,
    textFormat: 'plain',
    text: mentioned ? `${at} ${text}` : text,
    attachments: [{ contentType: 'text/html', content: `<p>${mentioned ? `${at} ` : ''}${text}</p>` }],
  };
}

/** A pressed Action.Submit that opens no dialog, or any button of a client too old for the others. */
export const submitMessage = (scene: Scene, id: string, card: string, value: JsonObject): JsonObject => ({
  ...base(scene),
  ...fromClient(),
  type: 'message',
  id,
  replyToId: card,
  value,
});

/** @param card id of the message that the card stands in; empty where there is none. */
export const invoke = (scene: Scene, card: string, name: InvokeName, value: JsonObject): JsonObject => {
  const plain = base(scene);
  return {
    ...plain,
    ...fromClient(),
    channelData: { ...channelDataOf(scene.conversation), source: { name: 'message' } },
    type: 'invoke',
    name,
    id: `f:${randomUUID()}`,
    ...(card && { replyToId: card }),
    value,
  };
};

/** A message with a file of the person's OneDrive, which Teams puts in as a link that can be read for a while. */
export const fileMessage = (
  scene: Scene,
  id: string,
  text: string,
  file: { readonly name: string; readonly downloadUrl: string },
): JsonObject => ({
  ...message(scene, id, text),
  attachments: [
    {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: file.downloadUrl,
      name: file.name,
      content: {
        downloadUrl: file.downloadUrl,
        uniqueId: randomUUID(),
        fileType: file.name.split('.').at(-1) ?? '',
      },
    },
  ],
});

export type InvokeName =
  | 'task/fetch'
  | 'task/submit'
  | 'adaptiveCard/action'
  | 'composeExtension/fetchTask'
  | 'composeExtension/submitAction'
  | 'composeExtension/query'
  | 'fileConsent/invoke';

export const installationUpdate = (
  scene: Scene,
  action: 'add' | 'remove' | 'add-upgrade' | 'remove-upgrade',
) => {
  const { conversation } = scene;
  const { team } = conversation;
  return {
    ...base(scene),
    type: 'installationUpdate',
    id: `f:${randomUUID()}`,
    action,
    locale: 'en-GB',
    entities: [{ type: 'clientInfo', locale: 'en-GB' }],
    channelData: {
      ...channelDataOf(conversation),
      ...(team && { team: namedTeam(team) }),
      settings: { selectedChannel: { id: conversation.id } },
      source: { name: 'message' },
    },
  };
};

/** Somebody put a reaction under a message of the bot, or took it away. @param message id of the message. */
export const messageReaction = (
  scene: Scene,
  change: 'reactionsAdded' | 'reactionsRemoved',
  message: string,
  type: string,
): JsonObject => ({
  ...base(scene),
  type: 'messageReaction',
  id: `f:${randomUUID()}`,
  [change]: [{ type }],
  replyToId: message,
});

/** The bot or people joined or left. */
export const membersUpdate = (
  scene: Scene,
  change: 'membersAdded' | 'membersRemoved',
  members: readonly ({ id: string } | PersonEntry)[],
): JsonObject => {
  const { team } = scene.conversation;
  const eventType = change === 'membersAdded' ? 'teamMemberAdded' : 'teamMemberRemoved';
  return {
    ...base(scene),
    type: 'conversationUpdate',
    id: `f:${randomUUID()}`,
    [change]: members.map((member) =>
      'teamsId' in member ? { id: member.teamsId, aadObjectId: member.objectId } : { id: member.id },
    ),
    ...(team && { channelData: { tenant: { id: team.tenantId }, team: namedTeam(team), eventType } }),
  };
};

type TeamEvent =
  | 'channelCreated'
  | 'channelDeleted'
  | 'channelRenamed'
  | 'channelRestored'
  | 'teamDeleted'
  | 'teamRenamed'
  | 'teamArchived'
  | 'teamUnarchived'
  | 'teamRestored';

/** What became of a team or its channel; the conversation is the team's General channel, whichever channel it is about. */
export const teamUpdate = (
  scene: Scene,
  team: TeamEntry,
  eventType: TeamEvent,
  about?: ConversationEntry,
): JsonObject => ({
  ...base(scene),
  type: 'conversationUpdate',
  id: `f:${randomUUID()}`,
  conversation: { isGroup: true, conversationType: 'channel', tenantId: team.tenantId, id: team.id },
  channelData: {
    tenant: { id: team.tenantId },
    eventType,
    team: namedTeam(team),
    ...(about && { channel: { id: about.id, name: about.name } }),
  },
});

const namedTeam = ({ id, name, groupId }: TeamEntry): JsonObject => ({ id, name, aadGroupId: groupId });
