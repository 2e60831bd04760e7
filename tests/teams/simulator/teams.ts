import { randomUUID } from 'node:crypto';
import type { Bot, Scene } from './activities.ts';
import { BotLine } from './bot-line.ts';
import { Connector } from './connector.ts';
import { Directory } from './directory.ts';
import { FileStore } from './file-store.ts';
import { GroupChat } from './group-chat.ts';
import { Person } from './person.ts';
import type { Client } from './seat.ts';
import { Team } from './team.ts';

/** Teams itself: people, chats, teams and the Bot Connector. The only stand-in the tests need. */
export class Teams implements AsyncDisposable, Client {
  /** The tenant of everybody who is not put elsewhere. */
  readonly tenantId: string = randomUUID();
  readonly directory = new Directory();
  readonly connector = new Connector(this.directory);
  readonly line = new BotLine();
  /** Where people's files lie. */
  readonly files = new FileStore();
  readonly bot: Bot = { id: `28:${randomUUID()}`, name: 'iNews' };

  /** Says where the bot listens, and how to wait until it has answered. */
  connect(address: string, answered?: () => Promise<void>): this {
    this.line.connect(address, answered);
    return this;
  }

  person(name: string, { tenantId = this.tenantId } = {}): Person {
    return new Person(this, this.directory.addPerson(tenantId, name));
  }

  team(name: string, { tenantId = this.tenantId } = {}): Team {
    return new Team(this, this.directory.addTeam(tenantId, name));
  }

  groupChat(...people: readonly Person[]): GroupChat {
    const members = people.map(({ entry }) => entry);
    return new GroupChat(this, this.directory.addGroupChat(this.tenantId, members));
  }

  /** A chat of two people, in which the bot is not. */
  chatOfTwo(one: Person, other: Person): GroupChat {
    return new GroupChat(this, this.directory.addChatOfTwo(one.entry, other.entry));
  }

  scene(who: Pick<Scene, 'person' | 'conversation'>): Scene {
    return { ...who, bot: this.bot, serviceUrl: this.connector.serviceUrl };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.connector.stop();
    await this.files.stop();
  }
}

/** Starts Teams on loopback. Use `await using`, or stop the connector yourself. */
export async function startTeams(): Promise<Teams> {
  const teams = new Teams();
  await teams.connector.listen();
  await teams.files.listen();
  return teams;
}
