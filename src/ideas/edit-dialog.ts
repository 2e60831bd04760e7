import { z } from 'zod';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import { changeOwn } from './change-own.ts';
import { type EditOutcome, edit } from './edit.ts';
import type { Wording } from './history.ts';
import { isUndecided } from './lifecycle.ts';
import { ownSubmission } from './mine.ts';
import type { Submission } from './model.ts';
import { editFormCard } from './own-cards.ts';
import { referenceSchema } from './reference.ts';
import { shareInputs } from './share-form.ts';
import { type AuthorParts, showStory } from './show-story.ts';
import { mostEdits } from './terms.ts';

const aboutSchema = z.strictObject({ idea: referenceSchema, seen: z.string().regex(/^\d{1,6}$/u) });

/** The form by which an author changes what their submission says, while it is undecided. */
export function editDialog(parts: AuthorParts): Dialog {
  const { store, services } = parts;
  const seenNow = ({ reference, history }: Submission) => ({
    idea: reference,
    seen: String(history.length),
  });
  return dialog({
    name: 'idea.edit',
    about: aboutSchema,
    inputs: (words) =>
      shareInputs(words, services).pick({ title: true, change: true, benefit: true, service: true }),
    context: async () => undefined,
    async open(turn, { idea }) {
      const submission = await ownSubmission(store, turn.actor, idea);
      if (!submission || !isUndecided(submission.state)) return showStory(parts, turn, submission);
      const { title, change, benefit = '', service = '' } = submission;
      const listed = services.includes(service) ? service : '';
      return openForm(seenNow(submission), { title, change, benefit, service: listed });
    },
    draw: ({ words }, state) => editFormCard(words, state, services),
    async submit(turn, { idea, seen }, { title, change, benefit, service }) {
      const { words } = turn;
      let outcome: EditOutcome | undefined;
      const submission = await changeOwn(parts, turn, idea, (current) => {
        // A service area that is not offered any more stays until another is chosen.
        const kept = services.includes(current.service ?? '') ? '' : current.service;
        const area = service || kept;
        const wording: Wording = {
          title,
          change,
          ...(benefit && { benefit }),
          ...(area && { service: area }),
        };
        outcome = edit(current, { wording, seen: Number(seen) }, turn.now);
        return outcome.kind === 'edited' ? outcome.next : undefined;
      });
      if (submission && outcome?.kind === 'decided') return refuse('form', words.say('ideas.edit.decided'));
      if (submission && outcome?.kind === 'tooOften')
        return refuse('form', words.say('ideas.edit.tooOften', { max: mostEdits }));
      if (submission && outcome?.kind === 'meanwhile')
        return refuse('form', words.say('ideas.edit.meanwhile'), { about: seenNow(submission) });
      return showStory(parts, turn, submission);
    },
    cancel: async (turn, { idea }) => showStory(parts, turn, await ownSubmission(store, turn.actor, idea)),
  });
}
