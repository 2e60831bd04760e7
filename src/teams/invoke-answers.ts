import type { Cards } from './cards.ts';
import type { Found } from './extension.ts';
import type { Shown } from './presses.ts';
import type { Surface } from './surfaces.ts';

export interface InvokeAnswer {
  readonly status: number;
  readonly body?: object;
}

/** What can stand in the answer to a press. */
export type ShownInPlace = Exclude<Shown, { kind: 'file' }>;

/** The answer to task/fetch and task/submit: the next card of the dialog, or words in its place. */
export function dialogAnswer(shown: ShownInPlace, cards: Cards): InvokeAnswer {
  if (shown.kind === 'text') return { status: 200, body: { task: { type: 'message', value: shown.text } } };
  const value = {
    title: shown.title,
    width: 'medium',
    height: 'large',
    card: cards.draw(shown.view, 'dialog'),
  };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** The answer to adaptiveCard/action. Its HTTP status must be 200 whatever the body says (universal action model). */
export function cardActionAnswer(shown: ShownInPlace, cards: Cards, surface: Surface): InvokeAnswer {
  const body =
    shown.kind === 'text'
      ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: shown.text }
      : {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: cards.draw(shown.view, surface).content,
        };
  return { status: 200, body };
}

/** The answer to composeExtension/query: a list to choose from, or words in its place. */
export function searchAnswer(found: Found, cards: Cards, surface: Surface): InvokeAnswer {
  const composeExtension =
    found.kind === 'text'
      ? { type: 'message', text: found.text }
      : {
          type: 'result',
          attachmentLayout: 'list',
          attachments: found.hits.map(({ view, title, text }) => ({
            ...cards.draw(view, surface),
            preview: {
              contentType: 'application/vnd.microsoft.card.thumbnail',
              content: { title: withoutMarkup(title), text: withoutMarkup(text) },
            },
          })),
        };
  return { status: 200, body: { composeExtension } };
}

// Some clients take the texts of a thumbnail card for HTML.
const withoutMarkup = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›');
