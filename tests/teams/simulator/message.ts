import type { Scene } from './activities.ts';
import type { BotLine } from './bot-line.ts';
import { Card } from './card.ts';
import type { PostedMessage } from './directory.ts';
import { messageHand, refresh } from './hands.ts';
import { type JsonObject, objectIn, objectsIn, textIn } from './json.ts';
import type { Outcome } from './outcome.ts';

/** A message of the bot before one person's eyes. It is live: an edit of the bot shows at once. */
export class Message {
  private readonly posted: PostedMessage;
  private readonly scene: Scene;
  private readonly line: BotLine;
  private readonly newMessageId: () => string;

  constructor(posted: PostedMessage, scene: Scene, line: BotLine, newMessageId: () => string) {
    this.posted = posted;
    this.scene = { ...scene, thread: posted.thread ?? posted.id };
    this.line = line;
    this.newMessageId = newMessageId;
  }

  get id(): string {
    return this.posted.id;
  }

  /** Id of the post it answers; undefined for a post of its own. */
  get thread(): string | undefined {
    return this.posted.thread;
  }

  /** The activity as the bot sent it last. */
  get activity(): JsonObject {
    return this.posted.activity;
  }

  /** How many times the bot changed it. */
  get edits(): number {
    return this.posted.earlier.length;
  }

  get isDeleted(): boolean {
    return this.posted.deleted;
  }

  /** The line a notification shows. */
  get summary(): string {
    return textIn(this.activity, 'summary');
  }

  /** Its card, with nothing filled in yet. Throws when it has none. */
  get card(): Card {
    const card = this.cards[0];
    if (!card) throw new Error(`The message carries no card, but says: ${this.text()}`);
    return card;
  }

  get cards(): readonly Card[] {
    return objectsIn(this.activity, 'attachments')
      .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')
      .map((attachment) => new Card(objectIn(attachment, 'content'), messageHand(this.stand())));
  }

  /** All that can be read: its own text and its cards'. */
  text(): string {
    const own = textIn(this.activity, 'text');
    return [own, ...this.cards.map((card) => card.text())].filter((words) => words !== '').join('\n');
  }

  /** The client asks for a newer card by itself, as when a person scrolls to it. */
  refresh(): Promise<Outcome> {
    return refresh(this.stand(), this.card.json);
  }

  private stand() {
    const { scene, line, posted, newMessageId } = this;
    return { scene, line, message: posted.id, newMessageId };
  }
}
