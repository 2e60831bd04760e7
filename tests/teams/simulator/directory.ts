import { randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from './json.ts';

export interface PersonEntry {
  readonly tenantId: string;
  /** The Entra object id. */
  readonly objectId: string;
  /** Teams' own id, `29:…`, another one for each bot. */
  readonly teamsId: string;
  readonly name: string;
  readonly email: string;
  readonly chat: ConversationEntry;
}

export interface TeamEntry {
  readonly tenantId: string;
  /** As Teams names it: the id of its General channel. */
  readonly id: string;
  readonly groupId: string;
  name: string;
  readonly members: Set<PersonEntry>;
  readonly channels: ConversationEntry[];
  botInstalled: boolean;
}

/** A message of the bot, as it stands now, with what stood there before. */
export interface PostedMessage {
  readonly id: string;
  /** Id of the post it answers, in a channel. */
  readonly thread: string | undefined;
  /** Id of what somebody said, if it replies to that. */
  readonly answers: string | undefined;
  activity: JsonObject;
  readonly earlier: JsonObject[];
  deleted: boolean;
}

export interface ConversationEntry {
  readonly id: string;
  readonly tenantId: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly team?: TeamEntry;
  name: string;
  readonly members: Set<PersonEntry>;
  botInstalled: boolean;
  /** The person pressed Block on the bot. */
  blocked: boolean;
  readonly messages: PostedMessage[];
  /** How many of the messages each person has read, by object id. */
  readonly read: Map<string, number>;
}

/** Everything Teams knows: who there is, where people talk, what the bot wrote there. */
export class Directory {
  readonly people: PersonEntry[] = [];
  readonly teams: TeamEntry[] = [];
  readonly conversations = new Map<string, ConversationEntry>();
  private lastMessageId = Date.now();

  addPerson(tenantId: string, name: string): PersonEntry {
    const chat = this.addConversation({ id: `a:1${token(60)}`, tenantId, kind: 'personal', name: '' });
    const person = {
      tenantId,
      objectId: randomUUID(),
      teamsId: `29:1${token(40)}`,
      name,
      email: `${name.toLowerCase().replaceAll(/[^a-z]+/gu, '.')}@council.example`,
      chat,
    };
    chat.members.add(person);
    this.people.push(person);
    return person;
  }

  addTeam(tenantId: string, name: string): TeamEntry {
    const id = `19:${token(30)}@thread.tacv2`;
    const team: TeamEntry = {
      tenantId,
      id,
      groupId: randomUUID(),
      name,
      members: new Set(),
      channels: [],
      botInstalled: false,
    };
    this.teams.push(team);
    this.addChannel(team, 'General', id);
    return team;
  }

  addChannel(team: TeamEntry, name: string, id = `19:${token(30)}@thread.tacv2`): ConversationEntry {
    const { tenantId, members } = team;
    const channel = this.addConversation({ id, tenantId, kind: 'channel', name, team, members });
    team.channels.push(channel);
    return channel;
  }

  addGroupChat(tenantId: string, members: readonly PersonEntry[]): ConversationEntry {
    const id = `19:${token(30)}@thread.v2`;
    return this.addConversation({ id, tenantId, kind: 'groupChat', name: '', members: new Set(members) });
  }

  /** A chat of two people, which Teams calls personal too; its id tells who they are. */
  addChatOfTwo(one: PersonEntry, other: PersonEntry): ConversationEntry {
    const id = `19:${one.objectId}_${other.objectId}@unq.gbl.spaces`;
    const { tenantId } = one;
    return this.addConversation({ id, tenantId, kind: 'personal', name: '', members: new Set([one, other]) });
  }

  /** Teams' message ids are milliseconds, never the same twice. */
  newMessageId(): string {
    this.lastMessageId = Math.max(Date.now(), this.lastMessageId + 1);
    return String(this.lastMessageId);
  }

  private addConversation(
    entry: Pick<ConversationEntry, 'id' | 'tenantId' | 'kind' | 'name'> &
      Partial<Pick<ConversationEntry, 'team' | 'members'>>,
  ): ConversationEntry {
    const conversation: ConversationEntry = {
      members: new Set(),
      botInstalled: false,
      blocked: false,
      messages: [],
      read: new Map(),
      ...entry,
    };
    this.conversations.set(conversation.id, conversation);
    return conversation;
  }
}

const token = (length: number): string => randomBytes(length).toString('base64url').slice(0, length);
