import { z } from 'zod';
import { type Answer, showCard } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import { type Dialog, dialog, nothing, openForm } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Drafts } from './drafts.ts';
import { countOf, submissionsOf } from './mine.ts';
import { mineCard } from './mine-card.ts';
import { type State, states } from './terms.ts';

interface MineParts {
  readonly store: DocumentStore;
  readonly drafts: Drafts;
}

interface Shown {
  readonly state?: State | undefined;
  readonly after?: string | undefined;
}

/** A page of what a person shared, in one state or in any. */
export async function listMine(
  { store, drafts }: MineParts,
  { actor, words }: Turn,
  shown: Shown = {},
): Promise<Answer> {
  const paged = shown.after !== undefined;
  const [page, draft] = await Promise.all([
    submissionsOf(store, actor.tenantId, actor.personId, shown),
    paged ? undefined : drafts.of(actor),
  ]);
  const { state } = shown;
  const isFirstOfMany = !paged && page.continuation !== undefined;
  const count = isFirstOfMany ? await countOf(store, actor, state) : undefined;
  return showCard(mineCard(words, page, { state, paged, draft, count }));
}

export const mineAction = (parts: MineParts) =>
  cardAction({
    name: 'ideas.mine',
    about: z.strictObject({ after: z.string().max(2000).optional(), state: z.enum(states).optional() }),
    run: (turn, shown) => listMine(parts, turn, shown),
  });

/** The choice on the list itself, by which a person sees those in one state. */
export const filterDialog = (parts: MineParts): Dialog =>
  dialog({
    name: 'ideas.filter',
    about: nothing,
    inputs: () =>
      z.strictObject({
        state: z.union([z.enum(states), z.literal('any').transform(() => undefined)]).optional(),
      }),
    context: async () => undefined,
    open: async () => openForm({}),
    draw: ({ words }, state) =>
      mineCard(
        words,
        { documents: [] },
        {
          paged: true,
          state: undefined,
          form: state,
          draft: undefined,
        },
      ),
    submit: (turn, _about, shown) => listMine(parts, turn, shown),
    cancel: (turn) => listMine(parts, turn),
  });
