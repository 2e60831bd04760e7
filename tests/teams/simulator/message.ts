import { invoke, messageReaction, type Scene } from './activities.ts';
import type { BotAnswer, BotLine } from './bot-line.ts';
import { Card } from './card.ts';
import type { PostedMessage } from './directory.ts';
import type { FileStore } from './file-store.ts';
import { messageHand, refresh } from './hands.ts';
import { type JsonObject, objectIn, objectsIn, textIn } from './json.ts';
import type { Outcome } from './outcome.ts';

/** A message of the bot before one person's eyes. It is live: an edit of the bot shows at once. */
export class Message {
  private readonly posted: PostedMessage;
  private readonly scene: Scene;
  private readonly line: BotLine;
  private readonly newMessageId: () => string;
  private readonly files: FileStore;

  constructor(
    posted: PostedMessage,
    scene: Scene,
    line: BotLine,
    newMessageId: () => string,
    files: FileStore,
  ) {
    this.files = files;
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

  /** Id of what somebody said, if it replies to that. */
  get answers(): string | undefined {
    return this.posted.answers;
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

  /** The name of the file it offers; undefined when it offers none. */
  get offered(): string | undefined {
    const offer = this.consent();
    return offer && textIn(offer, 'name');
  }

  /** The name of the file it shows, once the bot has put it into the person's OneDrive. */
  get file(): string | undefined {
    const info = objectsIn(this.activity, 'attachments').find(
      ({ contentType }) => contentType === 'application/vnd.microsoft.teams.card.file.info',
    );
    return info && textIn(info, 'name');
  }

  /**
   * Presses Allow on a file that is offered. Returns the address of the file and the bot's answer.
   * @param uploadUrl in place of the file store's own, as a forged activity would carry it.
   */
  async allows(uploadUrl?: string): Promise<{ readonly contentUrl: string; readonly answer: BotAnswer }> {
    const name = this.offered ?? '';
    const upload = this.files.open();
    const uploadInfo = {
      contentUrl: upload.contentUrl,
      name,
      uploadUrl: uploadUrl ?? upload.uploadUrl,
      uniqueId: upload.id,
      fileType: name.split('.').at(-1) ?? '',
    };
    const answer = await this.answerOffer('accept', { uploadInfo });
    return { contentUrl: upload.contentUrl, answer };
  }

  /** Presses Decline on a file that is offered. */
  declines(): Promise<BotAnswer> {
    return this.answerOffer('decline', {});
  }

  private answerOffer(action: 'accept' | 'decline', more: JsonObject): Promise<BotAnswer> {
    const offer = this.consent();
    if (!offer) throw new Error(`The message offers no file: ${this.text()}`);
    const context = objectIn(offer, 'content')[action === 'accept' ? 'acceptContext' : 'declineContext'];
    const value = { type: 'fileUpload', action, context, ...more };
    return this.line.deliver(invoke(this.scene, this.id, 'fileConsent/invoke', value));
  }

  private consent(): JsonObject | undefined {
    return objectsIn(this.activity, 'attachments').find(
      ({ contentType }) => contentType === 'application/vnd.microsoft.teams.card.file.consent',
    );
  }

  /** Puts a reaction under it; Teams may tell of it twice. */
  reacts(type: string, { twice = false } = {}): Promise<BotAnswer> {
    const activity = messageReaction(this.scene, 'reactionsAdded', this.id, type);
    return this.line.deliver(activity, twice ? 2 : 1);
  }

  /** Takes that reaction away again. */
  takesReactionBack(type: string): Promise<BotAnswer> {
    return this.line.deliver(messageReaction(this.scene, 'reactionsRemoved', this.id, type));
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
