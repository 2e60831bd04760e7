import { z } from 'zod';
import type { Problems } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { typedLine } from '../bot/typed-text.ts';
import type { Submission } from '../ideas/model.ts';
import type { Trial } from '../ideas/plans.ts';
import { longest } from '../ideas/terms.ts';
import type { By } from '../people/by.ts';
import { profileOf } from '../people/profiles.ts';
import { addMonths, halfWay } from '../time/local-dates.ts';
import type { Words } from '../words/words.ts';
import { ownersOf } from './assign.ts';
import type { TriageParts } from './work-on.ts';

const trialMonths = 3;

/** A date input that may be left empty. */
export const typedDate = (words: Words) =>
  z.union([z.iso.date(), z.literal('')], { error: words.say('projects.plan.dateWrong') }).default('');

/** What is wrong with a date that must lie ahead, by its input; nothing when it is empty or fine. */
export const dateProblems = (
  words: Words,
  dates: Readonly<Record<string, string>>,
  today: string,
): Problems =>
  Object.fromEntries(
    Object.entries(dates)
      .filter(([, date]) => date !== '' && date <= today)
      .map(([field]) => [field, words.say('projects.plan.datePast')]),
  );

/** The inputs by which a trial is planned; all may be left empty. */
export const trialInputs = (words: Words) => ({
  lead: z.string().max(64).default(''),
  measure: typedLine({
    max: longest.measure,
    tooLong: words.say('ideas.form.tooLong', { max: longest.measure }),
  }),
  endsOn: typedDate(words),
});

interface TypedTrial {
  readonly lead: string;
  readonly measure: string;
  readonly endsOn: string;
}

/** What the inputs start with: the plan as it stands, or the author as its lead for three months. */
export function typedTrial({ trial, author }: Submission, { actor }: Turn, today: string): TypedTrial {
  return {
    lead: (trial?.lead ?? author ?? actor).personId,
    measure: trial?.measure ?? '',
    endsOn: trial && trial.endsOn > today ? trial.endsOn : addMonths(today, trialMonths),
  };
}

/** Who is offered as the lead by name; anybody else is found by the picker. */
export const knownLeads = ({ author, trial, ...rest }: Submission): readonly By[] => {
  const people = [...(trial ? [trial.lead] : []), ...(author ? [author] : []), ...ownersOf(rest)];
  return people.filter(({ personId }, n) => people.findIndex((one) => one.personId === personId) === n);
};

/** The plan that was typed; undefined when its lead is nobody that iNews has met. */
export async function trialOf(
  { store, localDate }: TriageParts,
  { actor, now }: Turn,
  submission: Submission,
  { lead: leadId, measure, endsOn: typedEnd }: TypedTrial,
): Promise<Trial | undefined> {
  const today = localDate(now);
  const lead = await leadOf();
  if (!lead) return undefined;
  const endsOn = typedEnd || addMonths(today, trialMonths);
  const checkOn = halfWay(today, endsOn);
  return {
    lead,
    endsOn,
    ...(measure && { measure }),
    ...(checkOn > today && checkOn < endsOn && { checkOn }),
  };

  async function leadOf(): Promise<By | undefined> {
    const self = { personId: actor.personId, name: actor.name };
    if (!leadId) return submission.author ?? self;
    const known = [...knownLeads(submission), self].find(({ personId }) => personId === leadId);
    if (known) return known;
    const profile = await profileOf(store, actor.tenantId, leadId);
    return profile && { personId: leadId, name: profile.name };
  }
}
