import { z } from 'zod';
import { sayText, showCard } from '../bot/answer.ts';
import { type Dialog, dialog, nothing, openForm, refuse } from '../bot/dialog.ts';
import { discretions, kindCodeSchema, kindFor, kindOfCode, reaches } from './innovation-kinds.ts';
import { keepKind, undecidedOf } from './keep-kind.ts';
import { findKindForm, foundKindCard, keepKindForm, kindsCard } from './kind-cards.ts';
import { submissions } from './model.ts';
import { referenceSchema } from './reference.ts';
import type { AuthorParts } from './show-story.ts';
import { showStory } from './show-story.ts';

/** Two questions that lead to a kind of innovation and the support that fits it. */
export const findKindDialog = (): Dialog =>
  dialog({
    name: 'kinds.find',
    about: nothing,
    inputs: (words) =>
      z.strictObject({
        discretion: z.enum(discretions, { error: words.say('kinds.find.discretion.missing') }),
        reach: z.enum(reaches, { error: words.say('kinds.find.reach.missing') }),
      }),
    context: async () => undefined,
    open: async () => openForm({}),
    draw: ({ words }, state) => findKindForm(words, state),
    submit: async ({ words }, _about, answers) => showCard(foundKindCard(words, kindFor(answers))),
    cancel: async ({ words }) => showCard(kindsCard(words)),
  });

/** What the kinds stand on. */
export type KindParts = Pick<AuthorParts, 'store' | 'relay' | 'dueDates'>;

/** The form by which a person keeps a kind on one of their own undecided ideas. */
export function keepKindDialog(parts: KindParts): Dialog {
  const { store, relay } = parts;
  return dialog({
    name: 'idea.keepKind',
    about: z.strictObject({ kind: kindCodeSchema }),
    inputs: (words) => {
      const error = words.say('kinds.keep.idea.missing');
      return z.strictObject({ idea: z.string({ error }).pipe(referenceSchema) });
    },
    context: ({ actor }) => undecidedOf(store, actor),
    async open({ actor, words }, about) {
      if (!kindOfCode(about.kind)) return sayText(words.say('kinds.gone'));
      const [latest] = await undecidedOf(store, actor);
      return latest ? openForm(about, { idea: latest.reference }) : sayText(words.say('kinds.keep.none'));
    },
    draw: ({ words }, state, ideas = []) =>
      keepKindForm(words, state, { kind: kindOfCode(state.about.kind)?.name ?? '', ideas }),
    async submit(turn, about, { idea }) {
      const { actor, words, now } = turn;
      const kind = kindOfCode(about.kind);
      if (!kind) return sayText(words.say('kinds.gone'));
      const { outcome, submission } = await keepKind(store, actor, { reference: idea, kind, now });
      if (outcome === 'decided') return refuse('idea', words.say('kinds.keep.decided'));
      if (outcome === 'notTheirs' || !submission) return sayText(words.say('ideas.mine.missing'));
      relay(submissions, actor.tenantId, idea);
      return showStory(parts, turn, submission);
    },
    cancel: async ({ words }) => showCard(kindsCard(words)),
  });
}
