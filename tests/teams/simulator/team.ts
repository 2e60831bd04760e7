import { installationUpdate, membersUpdate, teamUpdate } from './activities.ts';
import type { ConversationEntry, TeamEntry } from './directory.ts';
import type { Person } from './person.ts';
import { type Client, Seat } from './seat.ts';

/** A channel of a team. */
export class Channel {
  readonly entry: ConversationEntry;
  private readonly client: Client;

  constructor(client: Client, entry: ConversationEntry) {
    this.client = client;
    this.entry = entry;
  }

  get id(): string {
    return this.entry.id;
  }

  /** The channel as one member of the team has it. */
  as(person: Person): Seat {
    return new Seat(this.client, { person: person.entry, conversation: this.entry });
  }
}

/** A team with its channels and its people. */
export class Team {
  readonly entry: TeamEntry;
  readonly general: Channel;
  private readonly client: Client;

  constructor(client: Client, entry: TeamEntry) {
    this.client = client;
    this.entry = entry;
    const [general] = entry.channels;
    if (!general) throw new Error('A team has a General channel from its beginning');
    this.general = new Channel(client, general);
  }

  /** Adds people without telling the bot, as those who were there before it. */
  with(...people: readonly Person[]): this {
    for (const person of people) this.entry.members.add(person.entry);
    return this;
  }

  channel(name: string): Channel {
    const known = this.entry.channels.find((channel) => channel.name === name);
    return new Channel(this.client, known ?? this.client.directory.addChannel(this.entry, name));
  }

  /** Somebody installs the app in the team. */
  async installs(by: Person): Promise<void> {
    this.entry.members.add(by.entry);
    this.entry.botInstalled = true;
    const scene = this.scene(by);
    await this.client.line.deliver(installationUpdate(scene, 'add'));
    await this.client.line.deliver(membersUpdate(scene, 'membersAdded', [scene.bot]));
  }

  async uninstalls(by: Person): Promise<void> {
    this.entry.botInstalled = false;
    const scene = this.scene(by);
    await this.client.line.deliver(membersUpdate(scene, 'membersRemoved', [scene.bot]));
    await this.client.line.deliver(installationUpdate(scene, 'remove'));
  }

  async joins(person: Person): Promise<void> {
    this.entry.members.add(person.entry);
    await this.client.line.deliver(membersUpdate(this.scene(person), 'membersAdded', [person.entry]));
  }

  async leaves(person: Person): Promise<void> {
    this.entry.members.delete(person.entry);
    await this.client.line.deliver(membersUpdate(this.scene(person), 'membersRemoved', [person.entry]));
  }

  async renames(by: Person, channel: Channel, name: string): Promise<void> {
    channel.entry.name = name;
    await this.client.line.deliver(teamUpdate(this.scene(by), this.entry, 'channelRenamed', channel.entry));
  }

  async deletesChannel(by: Person, channel: Channel): Promise<void> {
    this.client.directory.conversations.delete(channel.id);
    await this.client.line.deliver(teamUpdate(this.scene(by), this.entry, 'channelDeleted', channel.entry));
  }

  async deletes(by: Person): Promise<void> {
    for (const { id } of this.entry.channels) this.client.directory.conversations.delete(id);
    await this.client.line.deliver(teamUpdate(this.scene(by), this.entry, 'teamDeleted'));
  }

  private scene(person: Person) {
    return this.client.scene({ person: person.entry, conversation: this.general.entry });
  }
}
