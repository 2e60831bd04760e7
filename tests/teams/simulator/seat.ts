import { fileMessage, message, type Scene } from './activities.ts';
import type { BotAnswer, BotLine } from './bot-line.ts';
import type { Directory } from './directory.ts';
import { Extension } from './extension.ts';
import type { FileStore } from './file-store.ts';
import type { JsonObject } from './json.ts';
import { Message } from './message.ts';
import { until } from './until.ts';

/** What a person's things in Teams need: the bot, the line to it, and what Teams knows. */
export interface Client {
  readonly directory: Directory;
  readonly line: BotLine;
  readonly files: FileStore;
  scene(who: Pick<Scene, 'person' | 'conversation'>): Scene;
}

interface Saying {
  /** Said in the thread below this message instead of as a post of its own. */
  readonly under?: Message | undefined;
  /** In a shared conversation; without a mention the bot never hears of it. */
  readonly mention?: boolean;
  /** Teams delivers the very same message twice. */
  readonly twice?: boolean;
}

/** One person in one conversation: says things there and reads what the bot writes. */
export class Seat {
  private readonly client: Client;
  private readonly scene: Scene;

  constructor(client: Client, who: Pick<Scene, 'person' | 'conversation'>) {
    this.client = client;
    this.scene = client.scene(who);
  }

  /** The conversation's id, as the bot knows the place. */
  get id(): string {
    return this.scene.conversation.id;
  }

  /** Says something. Returns what the bot answered over HTTP; its words arrive as messages. */
  async says(
    text: string,
    { under, mention = true, twice = false }: Saying = {},
  ): Promise<BotAnswer | undefined> {
    const id = this.client.directory.newMessageId();
    return this.saysAs(id, text, { under, mention, twice });
  }

  /** Says something and returns what the bot replies to that, whatever else arrives meanwhile. */
  async asks(text: string): Promise<Message> {
    const id = this.client.directory.newMessageId();
    await this.saysAs(id, text, { mention: true, twice: false });
    return this.until(`an answer to ${text}`, () => this.messages().find(({ answers }) => answers === id));
  }

  private async saysAs(
    id: string,
    text: string,
    { under, mention, twice }: Saying,
  ): Promise<BotAnswer | undefined> {
    const { person, conversation } = this.scene;
    if (!conversation.members.has(person)) throw new Error(`${person.name} is not in this conversation`);
    if (conversation.kind !== 'personal' && !mention) return undefined;
    const thread = under ? (under.thread ?? under.id) : id;
    // A person who writes to the bot has its chat open.
    if (conversation.kind === 'personal') conversation.blocked = false;
    return this.client.line.deliver(message({ ...this.scene, thread }, id, text), twice ? 2 : 1);
  }

  /** Sends a file, with or without words. Teams tells the bot of it in the 1:1 chat alone. */
  async sends(name: string, content: string | Uint8Array, text = ''): Promise<BotAnswer> {
    const { conversation } = this.scene;
    if (conversation.kind !== 'personal') throw new Error('Files reach a bot in the 1:1 chat alone');
    // Who sends a file has the bot's chat open.
    conversation.botInstalled = true;
    conversation.blocked = false;
    const id = this.client.directory.newMessageId();
    const downloadUrl = this.client.files.keep(content);
    return this.client.line.deliver(
      fileMessage({ ...this.scene, thread: id }, id, text, { name, downloadUrl }),
    );
  }

  /** The person's message extension here. */
  get extension(): Extension {
    const { directory, line } = this.client;
    return new Extension(this.scene, line, () => directory.newMessageId());
  }

  /** Puts a card that the person found into the conversation, where everybody has it before them. */
  puts(card: JsonObject): Message {
    const { directory, line } = this.client;
    const id = directory.newMessageId();
    const activity = {
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    };
    const posted = { id, thread: undefined, answers: undefined, activity, earlier: [], deleted: false };
    this.scene.conversation.messages.push(posted);
    return new Message(posted, this.scene, line, () => directory.newMessageId(), this.client.files);
  }

  /** What the bot wrote here and did not take back, oldest first. */
  messages(): readonly Message[] {
    return this.all().filter((one) => !one.isDeleted);
  }

  /** The next message that this person has not read yet; waits for it. */
  async nextMessage(): Promise<Message> {
    const { conversation, person } = this.scene;
    const read = conversation.read.get(person.objectId) ?? 0;
    const next = await this.until(`message ${read + 1}`, () => this.all()[read]);
    conversation.read.set(person.objectId, read + 1);
    return next;
  }

  /** The latest message that says this; waits for it, or for an edit that makes it say so. */
  messageSaying(words: string | RegExp): Promise<Message> {
    return this.until(`a message saying ${String(words)}`, () =>
      this.messages().findLast((one) => says(one, words)),
    );
  }

  /** Waits until something is so here. */
  until<T>(awaited: string, look: () => T | undefined): Promise<T> {
    const { person, conversation } = this.scene;
    return until(`${awaited} for ${person.name} in ${conversation.name || conversation.kind}`, look, () =>
      this.messages()
        .map((one) => one.text())
        .join('\n---\n'),
    );
  }

  private all(): readonly Message[] {
    const { directory, line, files } = this.client;
    return this.scene.conversation.messages.map(
      (posted) => new Message(posted, this.scene, line, () => directory.newMessageId(), files),
    );
  }
}

const says = (message: Message, words: string | RegExp): boolean =>
  typeof words === 'string' ? message.text().includes(words) : words.test(message.text());
