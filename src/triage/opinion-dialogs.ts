import { z } from 'zod';
import { sayText } from '../bot/answer.ts';
import { type Dialog, dialog, formData, openForm, refuse } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { typedText } from '../bot/typed-text.ts';
import type { Submission } from '../ideas/model.ts';
import { fingerprint } from '../ideas/reference.ts';
import { submissionOf } from '../ideas/steps.ts';
import { longest, mostOpinions } from '../ideas/terms.ts';
import { profileOf } from '../people/profiles.ts';
import { ownersOf } from './assign.ts';
import { ideaSchema } from './idea-schema.ts';
import { askOpinion, giveOpinion, opinionIdSchema, opinionOf } from './opinion.ts';
import { opinionData } from './opinion-card.ts';
import { triageForm } from './triage-form.ts';
import { typedPeople } from './typed-people.ts';
import { byOf, type TriageParts, workOn } from './work-on.ts';

/** The form by which the innovation team asks a colleague, whoever that is, what they think of one idea. */
export function askOpinionDialog(parts: TriageParts): Dialog {
  return triageForm(parts, {
    name: 'triage.opinion',
    card: 'triage/ask-opinion',
    heading: 'triage.opinion.heading',
    fields: ['person', 'question'],
    inputs: (words) =>
      z.strictObject({
        person: typedPeople(words.say('triage.opinion.personMissing')),
        question: typedText({
          min: 3,
          max: longest.opinion,
          tooShort: words.say('triage.ask.missing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.opinion }),
        }),
      }),
    may: ({ opinions = [] }, { words }) =>
      opinions.length < mostOpinions || sayText(words.say('triage.opinion.tooMany', { max: mostOpinions })),
    data: (_, submission) => ({ known: submission ? ownersOf(submission) : [] }),
    async submit(turn, idea, { person: [personId = ''], question }, formId) {
      const { actor, words, now } = turn;
      const profile = await profileOf(parts.store, actor.tenantId, personId);
      if (!profile) return refuse('person', words.say('triage.opinion.unknown'));
      if (profile.unreachable)
        return refuse('person', words.say('triage.opinion.unreachable', { name: profile.name }));
      const asked = {
        id: fingerprint(formId),
        of: { personId, name: profile.name },
        askedBy: byOf(turn),
        question,
      };
      let isAuthor = false;
      const submission = await workOn(parts, turn, idea, (current) => {
        isAuthor = current.author?.personId === personId;
        return isAuthor ? undefined : askOpinion(current, asked, now);
      });
      return isAuthor ? refuse('person', words.say('triage.opinion.author')) : submission;
    },
  });
}

/** The form by which a colleague who was asked says what they think. It is theirs alone, and gives no other right. */
export function giveOpinionDialog(parts: TriageParts): Dialog {
  const { store } = parts;
  const asked = async ({ actor }: Turn, { idea, opinion }: { idea: string; opinion: string }) => {
    const submission = await submissionOf(store, actor.tenantId, idea);
    return submission && isOf(submission, opinion, actor.personId) ? submission : undefined;
  };
  return dialog({
    name: 'opinion.give',
    about: ideaSchema.extend({ opinion: opinionIdSchema }),
    inputs: (words) =>
      z.strictObject({
        answer: typedText({
          min: 2,
          max: longest.opinion,
          tooShort: words.say('triage.opinion.answerMissing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.opinion }),
        }),
      }),
    context: (turn, about) => asked(turn, about),
    async open(turn, about) {
      const submission = await asked(turn, about);
      if (!submission) return sayText(turn.words.say('triage.opinion.notAsked'));
      return openForm(about, { answer: opinionOf(submission, about.opinion)?.answer ?? '' });
    },
    draw: ({ words }, state, submission) => ({
      card: 'triage/give-opinion',
      data: {
        ...formData(state, ['answer']),
        ...opinionData(words, submission, submission && opinionOf(submission, state.about.opinion)),
      },
      summary: words.say('triage.opinion.giveHeading'),
    }),
    async submit(turn, { idea, opinion }, { answer }) {
      let isTheirs = false;
      await workOn(parts, turn, idea, (current) => {
        isTheirs = isOf(current, opinion, turn.actor.personId);
        return isTheirs ? giveOpinion(current, opinion, answer, turn.now) : undefined;
      });
      return sayText(turn.words.say(isTheirs ? 'triage.opinion.thanks' : 'triage.opinion.notAsked'));
    },
    cancel: async (turn) => sayText(turn.words.say('triage.opinion.later')),
  });
}

const isOf = (submission: Submission, opinion: string, personId: string): boolean =>
  opinionOf(submission, opinion)?.of.personId === personId;
