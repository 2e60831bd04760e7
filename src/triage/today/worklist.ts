import type { DueDates } from '../../ideas/due-dates.ts';
import { isUndecided } from '../../ideas/lifecycle.ts';
import type { Submission } from '../../ideas/model.ts';
import type { State } from '../../ideas/terms.ts';

/** What calls for somebody today, the most pressing first; a submission stands under the first that fits. */
export const sections = [
  'answered',
  'overdue',
  'verdict',
  'checkIn',
  'benefits',
  'dueSoon',
  'wokenUp',
  'unowned',
  'wakesSoon',
] as const;

export type Section = (typeof sections)[number];

interface Today {
  readonly now: Date;
  /** The local date, and the one until which a parked one that comes back is worth telling. */
  readonly date: string;
  readonly soon: string;
  readonly dueDates: (submission: Submission) => DueDates;
}

/** Why a submission is on the worklist today of those it is for; undefined when it is not. */
export function sectionOf(submission: Submission, today: Today): Section | undefined {
  const { state } = submission;
  return isUndecided(state) ? undecidedSection(submission, today) : laterSections[state]?.(submission, today);
}

function undecidedSection(submission: Submission, { now, dueDates }: Today): Section | undefined {
  const { history, owner, state } = submission;
  const due = dueDates(submission);
  const last = history.findLast(({ what }) => what !== 'edited' && what !== 'linked');
  if (last?.what === 'answered') return 'answered';
  if (due.decide < now) return 'overdue';
  if (last?.what === 'woken') return 'wokenUp';
  // While the author is asked, the next step is theirs.
  if (state !== 'question' && due.near < now) return 'dueSoon';
  return owner ? undefined : 'unowned';
}

const laterSections: {
  readonly [S in State]?: (submission: Submission, today: Today) => Section | undefined;
} = {
  trial({ trial, history }, { date }) {
    if (!trial) return undefined;
    if (trial.endsOn <= date) return 'verdict';
    if (trial.checkOn === undefined || trial.checkOn > date) return undefined;
    const asked = history.findLast(({ what }) => what === 'checkInAsked')?.n ?? 0;
    return history.some(({ what, n }) => what === 'checkedIn' && n > asked) ? undefined : 'checkIn';
  },
  adopted: ({ benefitsOn }, { date }) =>
    benefitsOn !== undefined && benefitsOn <= date ? 'benefits' : undefined,
  parked: ({ actOn }, { soon }) => (actOn !== undefined && actOn <= soon ? 'wakesSoon' : undefined),
};

/** Whether it is for somebody: theirs, or nobody's and so for whoever comes first. */
export function isOf({ owner, coOwners = [], trial }: Submission, personId: string): boolean {
  if (!owner) return true;
  return [owner, ...coOwners, ...(trial ? [trial.lead] : [])].some((one) => one.personId === personId);
}
