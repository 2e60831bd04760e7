import { z } from 'zod';
import { invoke, type Scene } from './activities.ts';
import type { BotLine } from './bot-line.ts';
import { openAction, type Stand } from './hands.ts';
import type { JsonObject } from './json.ts';
import type { Outcome } from './outcome.ts';

/** A message that somebody wrote in a conversation, as Teams hands it to an extension. */
export interface WrittenMessage {
  readonly html: string;
  readonly author: { readonly name: string; readonly objectId: string };
  readonly subject?: string;
  readonly link?: string;
}

const cardType = 'application/vnd.microsoft.card.adaptive';

// Teams shows nothing of a list in which one entry is not as it wants it.
const searchAnswer = z.object({
  composeExtension: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('result'),
      attachmentLayout: z.enum(['list', 'grid']),
      attachments: z.array(
        z.object({
          contentType: z.literal(cardType),
          content: z.record(z.string(), z.unknown()),
          preview: z.object({
            contentType: z.enum(['application/vnd.microsoft.card.thumbnail', cardType]),
            content: z.object({ title: z.string().min(1), text: z.string() }),
          }),
        }),
      ),
    }),
    z.object({ type: z.literal('message'), text: z.string().min(1) }),
  ]),
});

/** One entry in the list of a search. */
export interface Preview {
  readonly title: string;
  readonly text: string;
  /** The card that goes into the conversation when a person chooses it. */
  readonly card: JsonObject;
}

export type SearchOutcome =
  | { readonly kind: 'list'; readonly found: readonly Preview[] }
  | { readonly kind: 'message'; readonly words: string }
  /** "Unable to reach app". */
  | { readonly kind: 'failed'; readonly why: string };

/** A person's message extension in one conversation. The bot need not be there. */
export class Extension {
  private readonly scene: Scene;
  private readonly line: BotLine;
  private readonly newMessageId: () => string;

  constructor(scene: Scene, line: BotLine, newMessageId: () => string) {
    this.scene = scene;
    this.line = line;
    this.newMessageId = newMessageId;
  }

  /** Uses an action on a message somebody wrote. */
  onMessage(commandId: string, { html, author, subject, link }: WrittenMessage): Promise<Outcome> {
    const id = this.newMessageId();
    const linkToMessage = link ?? `https://teams.microsoft.com/l/message/${this.scene.conversation.id}/${id}`;
    const messagePayload = {
      linkToMessage,
      id,
      replyToId: null,
      createdDateTime: new Date().toISOString(),
      lastModifiedDateTime: null,
      deleted: false,
      subject: subject ?? null,
      summary: null,
      importance: 'normal',
      locale: 'en-gb',
      body: { contentType: 'html', content: html },
      from: {
        device: null,
        conversation: null,
        user: { userIdentityType: 'aadUser', id: author.objectId, displayName: author.name },
        application: null,
      },
      reactions: [],
      mentions: [],
      attachments: [],
    };
    return openAction(this.stand(), { commandId, commandContext: 'message' }, { messagePayload });
  }

  /** Uses an action from where a message is written. */
  fromCompose(commandId: string): Promise<Outcome> {
    return openAction(this.stand(), { commandId, commandContext: 'compose' }, {});
  }

  /** Opens a search: Teams asks before anything is typed. */
  opens(commandId: string): Promise<SearchOutcome> {
    return this.query(commandId, { name: 'initialRun', value: 'true' }, 0);
  }

  /** @param skip how many entries were shown before, as when a person scrolls to the end. */
  seeks(commandId: string, typed: string, skip = 0): Promise<SearchOutcome> {
    return this.query(commandId, { name: 'sought', value: typed }, skip);
  }

  private async query(commandId: string, parameter: JsonObject, skip: number): Promise<SearchOutcome> {
    const value = {
      commandId,
      commandContext: 'compose',
      parameters: [parameter],
      queryOptions: { skip, count: 25 },
    };
    const { status, body } = await this.line.deliver(invoke(this.scene, '', 'composeExtension/query', value));
    if (status !== 200) return { kind: 'failed', why: `HTTP ${status}` };
    const parsed = searchAnswer.safeParse(body);
    if (!parsed.success) return { kind: 'failed', why: z.prettifyError(parsed.error) };
    const answer = parsed.data.composeExtension;
    if (answer.type === 'message') return { kind: 'message', words: answer.text };
    return {
      kind: 'list',
      found: answer.attachments.map(({ content, preview }) => ({ ...preview.content, card: content })),
    };
  }

  private stand(): Stand {
    const { scene, line, newMessageId } = this;
    return { scene, line, message: '', newMessageId };
  }
}
