import { z } from 'zod';
import { type Answer, sayText } from '../bot/answer.ts';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { answerInputs } from './answer-inputs.ts';
import { answerQuestion } from './answer-question.ts';
import { answerFormCard } from './cards.ts';
import { isOwn, ownSubmission } from './mine.ts';
import { type Submission, submissions } from './model.ts';
import { referenceSchema } from './reference.ts';
import { type AuthorParts, showStory } from './show-story.ts';

const aboutSchema = z.strictObject({ idea: referenceSchema, entry: z.string().regex(/^\d{1,6}$/u) });

/** The form by which an author answers a question of the innovation team. */
export function answerDialog(parts: AuthorParts): Dialog {
  const { store, relay } = parts;
  const story = async (turn: Turn, reference: string): Promise<Answer> =>
    showStory(parts, turn, await ownSubmission(store, turn.actor, reference));
  return dialog({
    name: 'idea.answer',
    about: aboutSchema,
    inputs: answerInputs,
    async context({ actor }, about) {
      const submission = await ownSubmission(store, actor, about.idea);
      return submission && askedIn(submission, Number(about.entry));
    },
    async open(turn, about) {
      const submission = await ownSubmission(store, turn.actor, about.idea);
      return submission?.questionAsked === Number(about.entry) ? openForm(about) : story(turn, about.idea);
    },
    draw: ({ words }, state, asked) => answerFormCard(words, state, asked),
    async submit(turn, { idea, entry }, { answer }) {
      const { actor, words, now } = turn;
      const given = { reference: idea, entry: Number(entry), answer, now };
      const { outcome, submission } = await answerQuestion(store, actor.tenantId, isOwn(actor), given);
      if (outcome === 'noLongerAsked') return refuse('form', words.say('ideas.answer.closedKept'));
      if (outcome === 'notTheirs' || !submission) return sayText(words.say('ideas.mine.missing'));
      relay(submissions, actor.tenantId, idea);
      return showStory(parts, turn, submission);
    },
    cancel: (turn, about) => story(turn, about.idea),
  });
}

function askedIn(submission: Submission, n: number): { title: string; question: string } {
  const entry = submission.history.find((past) => past.n === n);
  return { title: submission.title, question: entry?.what === 'asked' ? entry.question : '' };
}
