import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Submission } from '../ideas/model.ts';
import { mayBeThanked, thankedName } from '../ideas/thanks.ts';
import type { Words } from '../words/words.ts';

/** Thank you, as a channel reads it: with the name for as long as the author agrees. */
export function thanksCard(words: Words, submission: Submission): CardView {
  const { reference, title, kind } = submission;
  const name = thankedName(submission);
  const heading =
    name === undefined ? words.say('thanks.card.headingUnnamed') : words.say('thanks.card.heading', { name });
  return {
    card: 'recognition/thanks',
    data: {
      reference,
      heading,
      title,
      what: words.say(kind === 'barrier' ? 'thanks.card.barrier' : 'thanks.card.idea'),
    },
    summary: `${heading}: ${title}`,
  };
}

/** What an author has said about being thanked, and what can be done about it. */
export function consentCard(words: Words, submission: Submission): CardView {
  const { reference, title, thanks } = submission;
  const agreed = thankedName(submission) !== undefined;
  return {
    card: 'recognition/consent',
    data: {
      reference,
      said: words.say(agreed ? 'thanks.consent.yes' : 'thanks.consent.no', { title }),
      places: agreed ? words.say('thanks.consent.places', { n: thanks?.places.length ?? 0 }) : '',
      agreed,
      mayAgree: !agreed && mayBeThanked(submission),
    },
    summary: words.say('thanks.consent.summary', { title }),
  };
}

export const chooseForm = (
  words: Words,
  state: FormState<object>,
  {
    dialog,
    submission,
    choices,
  }: {
    readonly dialog: 'thanks.choose' | 'triage.thanks';
    readonly submission: Submission | undefined;
    readonly choices: readonly { readonly id: string; readonly name: string }[];
  },
): CardView => {
  const heading = words.say(dialog === 'thanks.choose' ? 'thanks.form.heading' : 'thanks.form.heading.team');
  const name = submission && thankedName(submission);
  return {
    card: 'recognition/choose',
    data: {
      ...formData(state, ['channels']),
      own: dialog === 'thanks.choose',
      team: dialog === 'triage.thanks',
      heading,
      idea: name ? words.say('thanks.form.about', { title: submission.title, name }) : '',
      choices: choices.map(({ id, name: title }) => ({ id, title })),
    },
    summary: heading,
  };
};
