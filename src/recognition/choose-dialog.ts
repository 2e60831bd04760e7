import { z } from 'zod';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { channelChoices } from '../challenges/channel-choices.ts';
import { ownSubmission } from '../ideas/mine.ts';
import { type Submission, submissions } from '../ideas/model.ts';
import { changeSubmission, submissionOf } from '../ideas/steps.ts';
import { mostPlaces, thankedName, thankIn } from '../ideas/thanks.ts';
import { ideaSchema } from '../triage/idea-schema.ts';
import { chooseForm, consentCard } from './cards.ts';
import type { RecognitionParts } from './parts.ts';
import { channelsFor } from './places.ts';

type Name = 'thanks.choose' | 'triage.thanks';

/** The form by which an author, or the innovation team, chooses the channels in which thank you is said. */
export function chooseDialog(parts: RecognitionParts, name: Name): Dialog {
  const { store, relay } = parts;
  const find = ({ actor }: Turn, idea: string): Promise<Submission | undefined> =>
    name === 'thanks.choose' ? ownSubmission(store, actor, idea) : submissionOf(store, actor.tenantId, idea);
  const refusal = ({ words }: Turn, submission: Submission | undefined): Answer | undefined => {
    if (submission && thankedName(submission) !== undefined) return undefined;
    return sayText(words.say(name === 'thanks.choose' ? 'thanks.missing' : 'thanks.form.takenBack'));
  };
  const choicesFor = async ({ actor, words }: Turn, submission: Submission | undefined) =>
    submission ? channelChoices(words, await channelsFor(parts, actor.tenantId, submission)).choices : [];
  return dialog({
    name,
    about: ideaSchema,
    inputs: (words) =>
      z.strictObject({
        channels: z
          .string(words.say('thanks.form.channelsMissing'))
          .transform((chosen) => chosen.split(',').filter((id) => id !== ''))
          .pipe(z.array(z.string().max(64)).min(1, words.say('thanks.form.channelsMissing')).max(mostPlaces)),
      }),
    async context(turn, { idea }) {
      const submission = await find(turn, idea);
      return { submission, choices: await choicesFor(turn, submission) };
    },
    async open(turn, { idea }) {
      const submission = await find(turn, idea);
      const refused = refusal(turn, submission);
      if (refused) return refused;
      const choices = await choicesFor(turn, submission);
      return choices.length > 0 ? openForm({ idea }) : sayText(turn.words.say('thanks.form.none'));
    },
    draw: ({ words }, state, context) =>
      chooseForm(words, state, {
        dialog: name,
        submission: context?.submission,
        choices: context?.choices ?? [],
      }),
    async submit(turn, { idea }, { channels }) {
      const { actor, words, now } = turn;
      const before = await find(turn, idea);
      const refused = refusal(turn, before);
      if (refused || !before) return refused ?? sayText(words.say('thanks.missing'));
      const fitting = await channelsFor(parts, actor.tenantId, before);
      const chosen = fitting.filter(({ id }) => channels.includes(id));
      const after = await changeSubmission(store, actor.tenantId, idea, (current) =>
        thankIn(
          current,
          chosen.map(({ placeId }) => placeId),
          now,
        ),
      );
      if (after?.eventsPending) relay(submissions, actor.tenantId, idea);
      // Sent twice, the channels are chosen already.
      const standing = after?.thanks?.places.length ?? 0;
      if (chosen.length === 0 && standing === 0)
        return refuse('channels', words.say('thanks.form.channelGone'));
      if (!after || thankedName(after) === undefined) return sayText(words.say('thanks.form.takenBack'));
      return name === 'thanks.choose'
        ? showCard(consentCard(words, after))
        : sayText(words.say('thanks.form.done', { n: standing }));
    },
    async cancel(turn, { idea }) {
      const submission = await find(turn, idea);
      return name === 'thanks.choose' && submission
        ? showCard(consentCard(turn.words, submission))
        : sayText(turn.words.say('thanks.form.later'));
    },
  });
}
