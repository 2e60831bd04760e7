import type { DueDates } from '../ideas/due-dates.ts';
import { isUndecided } from '../ideas/lifecycle.ts';
import { benefitsText, trialLine } from '../ideas/lifecycle-words.ts';
import type { Submission } from '../ideas/model.ts';
import { sayDate } from '../ideas/plan-words.ts';
import { isolated } from '../words/right-to-left.ts';
import type { Words } from '../words/words.ts';
import { ownersOf } from './assign.ts';

const mostAbsorbedShown = 3;

/** How the card stands against the clock: in words, and in a colour beside them. */
export function clockLine(
  words: Words,
  submission: Submission,
  { decide, near }: DueDates,
  now: Date,
): { due: string; dueColour: 'Default' | 'Attention' } {
  const { state, kind, trial, benefitsOn, actOn } = submission;
  const date = words.date(decide);
  if (isUndecided(state)) {
    if (now > decide) return { due: words.say('triage.card.overdue', { date }), dueColour: 'Attention' };
    if (now > near) return { due: words.say('triage.card.near', { date }), dueColour: 'Attention' };
    const key = kind === 'project' ? 'triage.card.publishBy' : 'triage.card.due';
    return { due: words.say(key, { date }), dueColour: 'Default' };
  }
  if (state === 'trial' && trial) return { due: trialLine(words, trial), dueColour: 'Default' };
  const later = { adopted: benefitsOn, parked: actOn } as const;
  const on = state === 'adopted' || state === 'parked' ? later[state] : undefined;
  if (!on || (state !== 'adopted' && state !== 'parked')) return { due: '', dueColour: 'Default' };
  return { due: words.say(`triage.card.${state}Until`, { date: sayDate(words, on) }), dueColour: 'Default' };
}

/** The state with everybody who has it. */
export function stateLine(words: Words, submission: Submission): string {
  const state = words.say(`triage.state.${submission.state}`);
  const owners = ownersOf(submission);
  if (owners.length === 0) return state;
  const name = owners.map((owner) => owner.name).join(', ');
  return words.say('triage.card.stateOwned', { state, name, n: owners.length });
}

/** What is found beside it: things alike, case studies, those that were merged into it, and where it went itself. */
export function evidenceLines(words: Words, submission: Submission): { link: string }[] {
  const { links = [], caseLinks = [], absorbed = [] } = submission;
  const arrived = absorbed.filter(({ moved }) => moved);
  const earlier = arrived.length - mostAbsorbedShown;
  return [
    ...links.map(({ kind, to }) =>
      words.say(`triage.card.link.${kind}`, {
        title: to.kind === 'idea' ? `${isolated(to.title)} · ${to.id}` : to.title,
      }),
    ),
    ...(caseLinks.length > 0
      ? [words.say('triage.card.cases', { cases: caseLinks.map(({ title }) => title).join(', ') })]
      : []),
    ...arrived.slice(-mostAbsorbedShown).map(({ title, reference, author }) =>
      words.say(author ? 'triage.card.absorbedBy' : 'triage.card.absorbed', {
        title,
        reference,
        name: author?.name ?? '',
      }),
    ),
    ...(earlier > 0 ? [words.say('triage.card.absorbedMore', { n: earlier })] : []),
  ].map((link) => ({ link }));
}

export const benefitsLine = (words: Words, { benefits }: Submission): string =>
  benefits ? benefitsText(words, benefits) : '';
