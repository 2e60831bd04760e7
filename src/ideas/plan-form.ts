import { z } from 'zod';
import type { Problems } from '../bot/dialog.ts';
import { typedLine } from '../bot/typed-text.ts';
import type { Words } from '../words/words.ts';
import type { Plan } from './project.ts';
import { longest } from './terms.ts';

/** What the inputs for a project's plan hold; empty texts count as absent, dates are local. */
interface TypedPlan {
  readonly milestone: string;
  readonly milestoneOn: string;
  readonly endsOn: string;
}

/** The inputs by which a project's next milestone and its end are planned. */
export function planInputs(words: Words) {
  const date = z
    .union([z.iso.date(), z.literal('')], { error: words.say('projects.plan.dateWrong') })
    .default('');
  return {
    milestone: typedLine({
      max: longest.milestone,
      tooLong: words.say('ideas.form.tooLong', { max: longest.milestone }),
    }),
    milestoneOn: date,
    endsOn: date,
  };
}

/**
 * What is wrong with a plan, by input, or undefined: a milestone has a text and a date, and dates lie ahead.
 * @param today the local date.
 */
export function planProblems(
  words: Words,
  { milestone, milestoneOn, endsOn }: TypedPlan,
  today: string,
): Problems | undefined {
  const past = words.say('projects.plan.datePast');
  const problems = {
    ...(milestoneOn && !milestone && { milestone: words.say('projects.plan.milestoneMissing') }),
    ...(milestone && !milestoneOn && { milestoneOn: words.say('projects.plan.dateMissing') }),
    ...(milestoneOn && milestoneOn <= today && { milestoneOn: past }),
    ...(endsOn && endsOn <= today && { endsOn: past }),
  };
  return Object.keys(problems).length > 0 ? problems : undefined;
}

/** The plan that was typed, faultless by now. */
export const planOf = ({ milestone, milestoneOn, endsOn }: TypedPlan): Plan => ({
  ...(milestone && { milestone: { text: milestone, on: milestoneOn } }),
  ...(endsOn && { endsOn }),
});

/** How a plan stands in the inputs; dates that have passed are not offered again. */
export const typedPlan = ({ milestone, endsOn }: Plan, today: string): TypedPlan => ({
  milestone: milestone && milestone.on > today ? milestone.text : '',
  milestoneOn: milestone && milestone.on > today ? milestone.on : '',
  endsOn: endsOn && endsOn > today ? endsOn : '',
});
