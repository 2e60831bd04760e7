import { installationUpdate, membersUpdate } from './activities.ts';
import type { ConversationEntry } from './directory.ts';
import type { Person } from './person.ts';
import { type Client, Seat } from './seat.ts';

/** A chat of several people. */
export class GroupChat {
  readonly entry: ConversationEntry;
  private readonly client: Client;

  constructor(client: Client, entry: ConversationEntry) {
    this.client = client;
    this.entry = entry;
  }

  /** The chat as one of them has it. */
  as(person: Person): Seat {
    return new Seat(this.client, { person: person.entry, conversation: this.entry });
  }

  async installs(by: Person): Promise<void> {
    this.entry.botInstalled = true;
    const scene = this.client.scene({ person: by.entry, conversation: this.entry });
    await this.client.line.deliver(installationUpdate(scene, 'add'));
    await this.client.line.deliver(membersUpdate(scene, 'membersAdded', [scene.bot]));
  }
}
