import { installationUpdate, membersUpdate } from './activities.ts';
import type { PersonEntry } from './directory.ts';
import { type Client, Seat } from './seat.ts';

/** Somebody who uses Teams. */
export class Person {
  readonly entry: PersonEntry;
  /** Their 1:1 chat with the bot. */
  readonly chat: Seat;
  private readonly client: Client;

  constructor(client: Client, entry: PersonEntry) {
    this.client = client;
    this.entry = entry;
    this.chat = new Seat(client, { person: entry, conversation: entry.chat });
  }

  get name(): string {
    return this.entry.name;
  }

  /** The Entra object id. */
  get objectId(): string {
    return this.entry.objectId;
  }

  /** Installs the app for themselves. Teams tells of it twice over. */
  async installs(): Promise<void> {
    this.entry.chat.botInstalled = true;
    const scene = this.scene();
    await this.client.line.deliver(installationUpdate(scene, 'add'));
    await this.client.line.deliver(membersUpdate(scene, 'membersAdded', [this.entry, scene.bot]));
  }

  async uninstalls(): Promise<void> {
    this.entry.chat.botInstalled = false;
    await this.client.line.deliver(installationUpdate(this.scene(), 'remove'));
  }

  /** Has the app, without the bot having heard of it: it was installed before the bot kept anything. */
  hasAppSilently(): this {
    this.entry.chat.botInstalled = true;
    return this;
  }

  /** Presses Block on the bot; Teams tells nobody. */
  blocks(): void {
    this.entry.chat.blocked = true;
  }

  /** Says something in the 1:1 chat. */
  says(text: string, how: { readonly twice?: boolean } = {}) {
    this.entry.chat.botInstalled = true;
    return this.chat.says(text, how);
  }

  private scene() {
    return this.client.scene({ person: this.entry, conversation: this.entry.chat });
  }
}
