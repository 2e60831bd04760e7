import type { Card } from './card.ts';

type Seen =
  /** A dialog opened, or shows its next card. */
  | { readonly kind: 'dialog'; readonly title: string; readonly card: Card }
  /** Another card stands in the place of the pressed one. */
  | { readonly kind: 'card'; readonly card: Card }
  /** The same card shows or hides something. */
  | { readonly kind: 'changed'; readonly card: Card }
  /** Words in a dialog or below the card. */
  | { readonly kind: 'message'; readonly words: string }
  /** The dialog closed. */
  | { readonly kind: 'closed' }
  /** It went to the bot as a message; what it answers arrives in the chat. */
  | { readonly kind: 'sent' }
  | { readonly kind: 'link'; readonly url: string }
  /** The client's own checks found something. */
  | { readonly kind: 'refused'; readonly problems: Readonly<Record<string, string>> }
  /** "Unable to reach app" or "Something went wrong": the bot's answer was none that Teams takes. */
  | { readonly kind: 'failed'; readonly why: string };

/** What a person sees after a press. */
export class Outcome {
  readonly seen: Seen;

  private constructor(seen: Seen) {
    this.seen = seen;
  }

  static readonly dialog = (title: string, card: Card) => new Outcome({ kind: 'dialog', title, card });
  static readonly card = (card: Card) => new Outcome({ kind: 'card', card });
  static readonly changed = (card: Card) => new Outcome({ kind: 'changed', card });
  static readonly message = (words: string) => new Outcome({ kind: 'message', words });
  static readonly closed = () => new Outcome({ kind: 'closed' });
  static readonly sent = () => new Outcome({ kind: 'sent' });
  static readonly link = (url: string) => new Outcome({ kind: 'link', url });
  static readonly refused = (problems: Readonly<Record<string, string>>) =>
    new Outcome({ kind: 'refused', problems });
  static readonly failed = (why: string) => new Outcome({ kind: 'failed', why });

  get kind(): Seen['kind'] {
    return this.seen.kind;
  }

  /** The card that is before the person now. Throws, telling what is there instead. */
  get card(): Card {
    if (!('card' in this.seen)) throw new Error(`No card came after the press, but this: ${this.text()}`);
    return this.seen.card;
  }

  /** What the client's own checks said, by label; empty when they let it pass. */
  get problems(): Readonly<Record<string, string>> {
    return this.seen.kind === 'refused' ? this.seen.problems : {};
  }

  /** All that can be read. */
  text(): string {
    const { seen } = this;
    switch (seen.kind) {
      case 'dialog':
        return `${seen.title}\n${seen.card.text()}`;
      case 'card':
      case 'changed':
        return seen.card.text();
      case 'message':
        return seen.words;
      case 'refused':
        return Object.entries(seen.problems)
          .map(([label, problem]) => `${label}: ${problem}`)
          .join('\n');
      case 'link':
        return seen.url;
      case 'failed':
        return `Unable to reach app (${seen.why})`;
      default:
        return `(${seen.kind})`;
    }
  }
}
