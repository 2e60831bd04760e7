import { z } from 'zod';
import { sayText, showCard } from '../bot/answer.ts';
import { type Dialog, dialog, nothing, openForm, refuse } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { answerInputs } from './answer-inputs.ts';
import { answerQuestion } from './answer-question.ts';
import { type ByCode, type Opened, opensWith } from './by-code.ts';
import { codeFormCard, codeInviteCard, codeStoryCard } from './code-cards.ts';
import { submissions } from './model.ts';
import type { AuthorParts } from './show-story.ts';

interface CodeParts extends AuthorParts {
  readonly byCode: ByCode;
}

/** In their own chat alone, whatever card the press came from. */
const elsewhere = ({ conversation, words }: Turn) =>
  conversation.kind === 'personal' ? undefined : sayText(words.say('bot.where.private'));

/** The form into which an anonymous author types the reply code. Nothing is noted of who opens what. */
export const codeDialog = ({ byCode, dueDates }: CodeParts): Dialog =>
  dialog({
    name: 'idea.byCode',
    about: nothing,
    inputs: (words) =>
      z.strictObject({
        code: z.string({ error: words.say('ideas.code.missing') }).max(100, words.say('ideas.code.wrong')),
      }),
    context: async () => undefined,
    open: async (turn) => elsewhere(turn) ?? openForm({}),
    draw: ({ words }, state) => codeFormCard(words, state),
    async submit(turn, _about, { code }, formId) {
      const opened = await byCode(turn, code);
      if (typeof opened === 'string') return refuse('code', turn.words.say(`ideas.code.${opened}`));
      const { submission } = opened;
      const about = aboutOf(opened);
      const state = { about, formId, typed: {}, problems: {} };
      return showCard(codeStoryCard(turn, state, { submission, due: dueDates(submission) }));
    },
    cancel: async ({ words }) => showCard(codeInviteCard(words)),
  });

// The code itself is what its holder shows again with the answer: it is their key, and no card keeps it in a chat.
const aboutSchema = z.strictObject({ code: z.string().max(20), entry: z.string().regex(/^\d{0,6}$/u) });

const aboutOf = ({ code, submission }: Opened): z.infer<typeof aboutSchema> => ({
  code,
  entry: String(submission.questionAsked ?? ''),
});

/** The story that a code opened, with the open question to answer. */
export function answerByCodeDialog({ store, relay, byCode, dueDates }: CodeParts): Dialog {
  const storyOf = (opened: Opened) => ({
    submission: opened.submission,
    due: dueDates(opened.submission),
  });
  return dialog({
    name: 'idea.answerByCode',
    about: aboutSchema,
    inputs: answerInputs,
    async context(turn, { code }) {
      const opened = await byCode(turn, code);
      return typeof opened === 'string' ? undefined : storyOf(opened);
    },
    async open(turn, { code }) {
      const opened = await byCode(turn, code);
      if (typeof opened === 'string') return sayText(turn.words.say(`ideas.code.${opened}`));
      return elsewhere(turn) ?? openForm(aboutOf(opened));
    },
    draw: (turn, state, story) => codeStoryCard(turn, state, story),
    async submit(turn, about, { answer }, formId) {
      const { actor, words, now } = turn;
      const opened = await byCode(turn, about.code);
      if (typeof opened === 'string') return sayText(words.say(`ideas.code.${opened}`));
      const { reference } = opened.submission;
      const given = { reference, entry: Number(about.entry), answer, now };
      const isTheirs = opensWith(opened.code);
      const { outcome, submission } = await answerQuestion(store, actor.tenantId, isTheirs, given);
      if (outcome !== 'answered' || !submission) return refuse('form', words.say('ideas.answer.closedKept'));
      relay(submissions, actor.tenantId, reference);
      const answered = { submission, code: opened.code };
      const state = { about: aboutOf(answered), formId, typed: {}, problems: {} };
      return showCard(codeStoryCard(turn, state, storyOf(answered)));
    },
    cancel: async ({ words }) => showCard(codeInviteCard(words)),
  });
}
