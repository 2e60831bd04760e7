import type { Submission } from '../ideas/model.ts';
import type { By } from '../people/by.ts';
import type { Words } from '../words/words.ts';
import type { Change, ControlRecord } from './model.ts';
import type { At, Standing } from './standing.ts';

/** Who owns a control: somebody; nobody has been set; or somebody who has not used the service. */
export type Owner = (By & { readonly isLost?: boolean }) | 'unset' | 'unknown';

export const controlName = (words: Words, at: At): string =>
  at === 'none' ? words.say('audit.at.none') : words.say(`ideas.control.${at}`);

/** How many barriers stand, and what they cost, of those who put a figure to it. */
export const standingLine = (words: Words, { barriers, hours, counted }: Standing): string =>
  words.say('audit.line', { barriers: barriers.length, hours, counted });

export function ownerLine(words: Words, owner: Owner): string {
  if (owner === 'unset') return words.say('audit.owner.unset');
  if (owner === 'unknown') return words.say('audit.owner.unknown');
  return words.say(owner.isLost ? 'audit.owner.lost' : 'audit.owner', { name: owner.name });
}

/** What the owner answered last, or that they were asked and have not. */
export function answerLines(
  words: Words,
  record: ControlRecord | undefined,
): { answered: string; answer: string } {
  const { asked, answer } = record ?? {};
  if (!answer) return { answered: asked ? askedLine(words, asked) : '', answer: '' };
  const answered = words.say('audit.answered', {
    name: answer.by.name,
    date: words.date(answer.at),
    stance: words.say(`audit.stance.${answer.stance}`),
  });
  return { answered, answer: answer.text };
}

function askedLine(words: Words, { of, at, unreachable }: NonNullable<ControlRecord['asked']>): string {
  return words.say(unreachable ? 'audit.asked.unreachable' : 'audit.asked', {
    name: of.name,
    date: words.date(at),
  });
}

/** A change with the control it was made at, the newest first. */
export const changesOf = (
  records: Iterable<ControlRecord>,
): readonly (Change & { readonly control: ControlRecord['control'] })[] =>
  [...records]
    .flatMap(({ control, changes }) => changes.map((change) => ({ ...change, control })))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));

export const changeData = (words: Words, change: ReturnType<typeof changesOf>[number]) => ({
  meta: words.say('audit.changed.line', {
    control: controlName(words, change.control),
    date: words.date(change.at),
    n: change.barriers.length,
  }),
  what: change.what,
});

/** One barrier as those read it who may know its author as far as `naming` allows. */
export function barrierMeta(words: Words, submission: Submission, by: string): string {
  const { reference, state, hoursAMonth } = submission;
  const meta = words.say('audit.barrier.meta', { reference, state: words.say(`triage.state.${state}`), by });
  return hoursAMonth ? meta + words.say('audit.barrier.hours', { hours: hoursAMonth }) : meta;
}
