import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Page } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { draftLine } from './draft-card.ts';
import type { Draft } from './draft-model.ts';
import type { Submission } from './model.ts';
import { type State, states } from './terms.ts';

interface Shown {
  /** The state that the list is narrowed to; undefined when it holds those of every state. */
  readonly state: State | undefined;
  readonly paged: boolean;
  /** The form that the person left unfinished. */
  readonly draft: Draft | undefined;
  /** Of all, on the first of several pages. */
  readonly count?: number | undefined;
  /** The choice that came back with a problem. */
  readonly form?: FormState<object>;
}

// The choice asks for a list and changes nothing, so it needs no id of its own.
const noForm = { about: {}, formId: 'choice-of-state', problems: {} };

export function mineCard(
  words: Words,
  page: Page<Submission>,
  { state, paged, form, draft, count }: Shown,
): CardView {
  const none = page.documents.length === 0;
  const chosen = form ?? { ...noForm, typed: { state: state ?? 'any' } };
  return {
    card: 'ideas/mine',
    data: {
      ...formData(chosen, ['state']),
      empty: none && state === undefined && !form,
      count: count === undefined ? '' : words.say('list.all', { n: count }),
      emptyState: none && state !== undefined,
      mayChoose: !none || state !== undefined || form !== undefined,
      states: states.map((code) => ({ code, name: words.say(`ideas.state.${code}`) })),
      items: page.documents.map(({ body }) => ({
        reference: body.reference,
        title: body.title,
        meta: words.say('ideas.mine.meta', {
          kind: words.say(`ideas.kind.${body.kind}`),
          reference: body.reference,
          state: words.say(`ideas.state.${body.state}`),
          date: words.date(body.createdAt),
        }),
      })),
      hasOlder: page.continuation !== undefined,
      older: { ...(state && { state }), ...(page.continuation && { after: page.continuation }) },
      newest: state ? { state } : {},
      paged,
      draft: draft ? draftLine(words, draft) : '',
      draftTitle: draft?.typed.title ?? '',
    },
    summary: words.say('ideas.mine.summary'),
  };
}
