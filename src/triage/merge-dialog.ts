import { z } from 'zod';
import { type Dialog, refuse } from '../bot/dialog.ts';
import { cleanText, typedText } from '../bot/typed-text.ts';
import type { Submission } from '../ideas/model.ts';
import { referenceSchema } from '../ideas/reference.ts';
import { submissionOf } from '../ideas/steps.ts';
import { longest } from '../ideas/terms.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import { frame } from './author-reads.ts';
import { mayAbsorb, mayMerge, merge } from './merge.ts';
import { triageForm } from './triage-form.ts';
import { byOf, type TriageParts } from './work-on.ts';

const longestTitle = 80;

/** The form by which an idea goes on within another. Its author is told, follows the other and is credited there. */
export function mergeDialog(parts: TriageParts): Dialog {
  return triageForm(parts, {
    name: 'triage.merge',
    card: 'triage/merge',
    heading: 'triage.merge.heading',
    fields: ['likely', 'into', 'reason'],
    inputs: (words) =>
      z.strictObject({
        likely: z.union([referenceSchema, z.literal('')]).default(''),
        into: z
          .string()
          .default('')
          .transform((typed) => cleanText(typed).toUpperCase())
          .refine(
            (typed) => typed === '' || referenceSchema.safeParse(typed).success,
            words.say('triage.merge.wrong'),
          ),
        reason: typedText({
          min: 3,
          max: longest.reason,
          tooShort: words.say('triage.decide.reasonMissing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
        }),
      }),
    may: mayMerge,
    typed: (submission) => ({ likely: linkedTo(submission) ?? '' }),
    data(words, _, __, by) {
      const [title, into] = [words.say('triage.merge.otherTitle'), words.say('triage.merge.otherReference')];
      const frames = [frame(words, { what: 'merged', by, title, into, reason: '' })];
      return { targets: [], hasTargets: false, frames };
    },
    async more({ actor, words }, submission) {
      const found = await likelyTargets(parts, actor.tenantId, submission);
      const targets = found.map(({ reference, title, state }) => ({
        code: reference,
        name: [cutAtWord(title, longestTitle), reference, words.say(`triage.state.${state}`)].join(' · '),
      }));
      return { targets, hasTargets: targets.length > 0 };
    },
    async submit(turn, idea, { likely, into: typed, reason }) {
      const { actor, words, now } = turn;
      // What is typed was meant last: a choice cannot be taken back in every client.
      const into = typed || likely;
      if (into === '') return refuse('into', words.say('triage.merge.wrong'));
      const outcome = await merge(parts, actor.tenantId, { by: byOf(turn), from: idea, into, reason }, now);
      switch (outcome.kind) {
        case 'merged':
          return outcome.submission;
        case 'sourceNotPossible':
        case 'targetNotPossible': {
          const state = words.say(`triage.state.${outcome.submission.state}`);
          const field = outcome.kind === 'targetNotPossible' ? 'into' : 'form';
          return refuse(field, words.say(`triage.merge.${outcome.kind}`, { state }));
        }
        default:
          return refuse('into', words.say(`triage.merge.${outcome.kind}`));
      }
    },
  });
}

const linkedTo = ({ links = [] }: Submission): string | undefined =>
  links.find(({ to }) => to.kind === 'idea')?.to.id;

/** What it is likely to be merged into: what its author said it is like, then what is found to be alike. */
async function likelyTargets(
  { store, findAlike }: TriageParts,
  tenantId: string,
  submission: Submission,
): Promise<readonly Submission[]> {
  const linked = linkedTo(submission);
  const [named, alike] = await Promise.all([
    linked ? submissionOf(store, tenantId, linked) : undefined,
    findAlike(tenantId, submission),
  ]);
  const others = alike.ideas.filter(({ reference }) => reference !== linked);
  return [...(named ? [named] : []), ...others].filter(
    (one) =>
      one.reference !== submission.reference &&
      mayAbsorb(one) &&
      (one.kind === 'project') === (submission.kind === 'project'),
  );
}
