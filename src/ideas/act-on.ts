import type { Submission } from './model.ts';

/** What the clock does with a submission on its next date. */
export type Act = 'wake' | 'checkIn' | 'verdict' | 'benefits';

type Dated = Pick<Submission, 'state' | 'trial' | 'benefitsOn' | 'actOn' | 'history'>;

const has = ({ history }: Dated, what: 'checkInAsked' | 'verdictAsked', on: string): boolean =>
  history.some((entry) => entry.what === what && entry.on === on);

/** What the clock has to do with it next, and on which local date; undefined when it has nothing to do. */
export function nextAct(submission: Dated): { readonly act: Act; readonly on: string } | undefined {
  const { state, trial, benefitsOn, actOn } = submission;
  if (state === 'parked') return actOn ? { act: 'wake', on: actOn } : undefined;
  if (state === 'trial' && trial) {
    const { checkOn, endsOn } = trial;
    if (checkOn && !has(submission, 'checkInAsked', checkOn)) return { act: 'checkIn', on: checkOn };
    return has(submission, 'verdictAsked', endsOn) ? undefined : { act: 'verdict', on: endsOn };
  }
  if (state !== 'adopted' || !benefitsOn) return undefined;
  const asked = submission.history.some((entry) => entry.what === 'benefitsAsked' && entry.on === benefitsOn);
  return asked ? undefined : { act: 'benefits', on: benefitsOn };
}

/** The submission with the date on which the clock does something next, kept where the store finds it. */
export function withNextAct(submission: Submission): Submission {
  const next = nextAct(submission);
  const { actOn: _, ...rest } = submission;
  return next ? { ...rest, actOn: next.on } : rest;
}
