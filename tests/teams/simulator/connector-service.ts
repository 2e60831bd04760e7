import type { ConnectorCall } from './connector-call.ts';
import type { ConversationEntry, Directory, PersonEntry, PostedMessage } from './directory.ts';
import { type Refusal, refusals } from './faults.ts';
import type { JsonObject } from './json.ts';

export interface Served {
  readonly kind: 'served';
  readonly status: number;
  readonly body: object;
}

const served = (status: number, body: object): Served => ({ kind: 'served', status, body });

// The whole payload counted as UTF-16.
const largestActivity = 100 * 1024;

/** Does what Teams does with a call of the bot, or refuses as Teams does. */
export function serve(call: ConnectorCall, directory: Directory): Served | Refusal {
  switch (call.kind) {
    case 'open':
      return call.opening.channelData?.channel
        ? startThread(call.opening.channelData.channel.id, call.opening.activity, directory)
        : openChat(call.opening, directory);
    case 'team':
    case 'channels':
      return aboutTeam(call, directory);
  }
  const conversation = directory.conversations.get(call.conversation);
  if (!conversation) return refusals.conversationNotFound;
  const refusal = writingRefusal(conversation);
  switch (call.kind) {
    case 'post':
      return refusal ?? post(conversation, call, directory);
    case 'update':
      return refusal ?? update(conversation, call.message, call.activity);
    case 'delete':
      return refusal ?? remove(conversation, call.message);
    default:
      return refusal ?? roster(conversation, call);
  }
}

/** Why the bot may not write there, if it may not. */
function writingRefusal(conversation: ConversationEntry): Refusal | undefined {
  if (conversation.blocked) return refusals.writesBlocked;
  if (conversation.kind === 'personal') return conversation.botInstalled ? undefined : refusals.writesBlocked;
  const installed = conversation.team ? conversation.team.botInstalled : conversation.botInstalled;
  return installed ? undefined : refusals.notInRoster;
}

function post(
  conversation: ConversationEntry,
  {
    activity,
    thread,
    answers,
  }: Pick<Extract<ConnectorCall, { kind: 'post' }>, 'activity' | 'thread' | 'answers'>,
  directory: Directory,
): Served | Refusal {
  if (isTooBig(activity)) return refusals.tooBig;
  if (carriesFile(activity) && conversation.kind !== 'personal') return refusals.badArgument;
  const id = directory.newMessageId();
  const inThread = conversation.kind === 'channel' ? thread : undefined;
  conversation.messages.push({ id, thread: inThread, answers, activity, earlier: [], deleted: false });
  return served(201, { id });
}

// File cards work in the 1:1 chat alone (bots-filesv4).
const carriesFile = (activity: JsonObject): boolean =>
  JSON.stringify(activity.attachments ?? []).includes('application/vnd.microsoft.teams.card.file.');

function update(conversation: ConversationEntry, id: string, activity: JsonObject): Served | Refusal {
  const message = standing(conversation, id);
  if (!message) return refusals.activityNotFound;
  if (isTooBig(activity)) return refusals.tooBig;
  message.earlier.push(message.activity);
  message.activity = activity;
  return served(200, { id });
}

function remove(conversation: ConversationEntry, id: string): Served | Refusal {
  const message = standing(conversation, id);
  if (!message) return refusals.activityNotFound;
  message.deleted = true;
  return served(200, {});
}

function standing(conversation: ConversationEntry, id: string): PostedMessage | undefined {
  return conversation.messages.find((message) => message.id === id && !message.deleted);
}

function startThread(
  channelId: string,
  activity: JsonObject | undefined,
  directory: Directory,
): Served | Refusal {
  const channel = directory.conversations.get(channelId);
  if (!channel || !activity) return channel ? refusals.badArgument : refusals.conversationNotFound;
  const posted =
    writingRefusal(channel) ?? post(channel, { activity, thread: undefined, answers: undefined }, directory);
  if (posted.kind !== 'served' || !('id' in posted.body)) return posted;
  return served(201, { id: `${channelId};messageid=${posted.body.id}`, activityId: posted.body.id });
}

/**
 * A 1:1 chat. By the object id Teams wants the app installed by the person; by the `29:` id a common team is enough.
 */
function openChat(
  opening: Extract<ConnectorCall, { kind: 'open' }>['opening'],
  directory: Directory,
): Served | Refusal {
  const memberId = opening.members?.[0]?.id;
  const tenantId = opening.channelData?.tenant?.id ?? opening.tenantId;
  const person = directory.people.find(
    (one) => one.tenantId === tenantId && (one.teamsId === memberId || one.objectId === memberId),
  );
  if (!person) return refusals.badArgument;
  if (person.chat.blocked) return refusals.writesBlocked;
  const inCommonTeam = directory.teams.some((team) => team.botInstalled && team.members.has(person));
  if (!person.chat.botInstalled && !(memberId === person.teamsId && inCommonTeam))
    return refusals.notInstalledForPerson;
  person.chat.botInstalled = true;
  return served(201, { id: person.chat.id });
}

function roster(
  conversation: ConversationEntry,
  call: Extract<ConnectorCall, { kind: 'members' | 'pagedMembers' | 'member' }>,
): Served | Refusal {
  const members = [...conversation.members].map(account);
  if (call.kind === 'member') {
    const member = members.find(({ id, aadObjectId }) => id === call.member || aadObjectId === call.member);
    return member ? served(200, member) : refusals.memberNotFound;
  }
  if (call.kind === 'members') return served(200, members);
  const from = Number(call.query.get('continuationToken') ?? 0);
  const size = Math.min(Number(call.query.get('pageSize') ?? 200), 500);
  const more = from + size < members.length;
  const page = members.slice(from, from + size);
  return served(200, { members: page, ...(more && { continuationToken: String(from + size) }) });
}

const account = (person: PersonEntry) => ({
  id: person.teamsId,
  aadObjectId: person.objectId,
  objectId: person.objectId,
  name: person.name,
  givenName: person.name.split(' ')[0],
  surname: person.name.split(' ').at(-1),
  email: person.email,
  userPrincipalName: person.email,
  tenantId: person.tenantId,
  userRole: 'user',
});

function aboutTeam(
  call: Extract<ConnectorCall, { kind: 'team' | 'channels' }>,
  directory: Directory,
): Served | Refusal {
  const team = directory.teams.find((one) => one.id === call.team);
  if (!team) return refusals.conversationNotFound;
  if (!team.botInstalled) return refusals.notInRoster;
  if (call.kind === 'channels') {
    // Teams leaves the General channel's name out: the client shows its own translation of it.
    const conversations = team.channels.map(({ id, name }) => (id === team.id ? { id } : { id, name }));
    return served(200, { conversations });
  }
  const { id, name, groupId, tenantId, channels, members } = team;
  return served(200, {
    id,
    name,
    aadGroupId: groupId,
    tenantId,
    channelCount: channels.length,
    memberCount: members.size,
  });
}

const isTooBig = (activity: JsonObject): boolean =>
  Buffer.byteLength(JSON.stringify(activity), 'utf16le') > largestActivity;
