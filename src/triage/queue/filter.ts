import { z } from 'zod';
import { openStates } from '../../ideas/lifecycle.ts';
import type { Submission } from '../../ideas/model.ts';
import { type State, states } from '../../ideas/terms.ts';
import { longestSearch } from '../../reading/sought.ts';
import { type Topic, themeSchema, topicSchema } from '../../subjects/codes.ts';
import { stemsOf } from '../../subjects/stems.ts';
import { dayMs } from '../../time/days.ts';
import { ownersOf } from '../assign.ts';

/** What of all submissions a list shows, beside the single states. */
export const shows = ['waiting', 'open', 'all', ...states] as const;

/** The least age in days, and the least support, that can be asked for. */
export const ages = ['7', '14', '30', '90'] as const;
export const supports = ['1', '5', '10', '25'] as const;

/** In place of an owner's id: those that nobody has taken. */
export const nobody = 'nobody';

const anyOr = <T extends z.ZodType<string>>(schema: T) => z.union([schema, z.literal('')]).default('');

/** What the innovation team wants to see. Everything that is given must be fulfilled. */
export const filterShape = {
  show: z.enum(shows).default('waiting'),
  owner: z.string().max(128).default(''),
  theme: anyOr(themeSchema),
  topic: anyOr(topicSchema),
  service: z.string().max(120).default(''),
  challenge: z.string().max(64).default(''),
  age: anyOr(z.enum(ages)),
  supports: anyOr(z.enum(supports)),
  find: z.string().max(longestSearch).default(''),
};

export const filterSchema = z.strictObject(filterShape);
export type Filter = z.infer<typeof filterSchema>;

/**
 * A filter and where to go on from; `after` is empty at the start. `from` says how many come before the page, as far as
 * that is known: 0 where it is not.
 */
export const placeSchema = z.strictObject({
  ...filterShape,
  after: z.string().max(2000).default(''),
  from: z.int().min(0).max(1_000_000).default(0),
});
export type QueuePlace = z.infer<typeof placeSchema>;

const waiting: readonly State[] = ['received', 'inReview', 'question'];

/** The states a filter shows; undefined: all of them. */
function statesOf({ show }: Pick<Filter, 'show'>): readonly State[] | undefined {
  switch (show) {
    case 'waiting':
      return waiting;
    case 'open':
      return openStates;
    case 'all':
      return undefined;
    default:
      return [show];
  }
}

/** What has waited longest comes first; of what is done, the newest. */
export const directionOf = ({ show }: Pick<Filter, 'show'>): 'ascending' | 'descending' =>
  [...waiting, 'waiting', 'open'].includes(show) ? 'ascending' : 'descending';

/** The instant a submission must have been created by to be old enough; undefined for any age. */
const createdBy = ({ age }: Pick<Filter, 'age'>, now: Date): string | undefined =>
  age === '' ? undefined : new Date(now.getTime() - Number(age) * dayMs).toISOString();

/** What of a filter the store looks at by itself: state, age and challenge. */
export function whereOf(filter: Filter, now: Date) {
  const states = statesOf(filter);
  const oldEnough = createdBy(filter, now);
  return {
    ...(states && { state: { in: states } }),
    ...(oldEnough && { createdAt: { atMost: oldEnough } }),
    ...(filter.challenge && { 'challenge.id': filter.challenge }),
  };
}

/** Whether a submission is as the filter asks in all that the store does not look at. */
export function fits(filter: Filter): (submission: Submission) => boolean {
  const { owner, theme, topic, service, find } = filter;
  const least = Number(filter.supports);
  const sought = [...new Set(stemsOf(find))];
  return (submission) =>
    isOf(owner, submission) &&
    (theme === '' || submission.theme === theme) &&
    (topic === '' || submission.topics.some((one: Topic) => one === topic)) &&
    (service === '' || submission.service === service) &&
    (submission.counts?.supports ?? 0) >= least &&
    (sought.length === 0 || saysAll(submission, sought));
}

function isOf(owner: string, submission: Submission): boolean {
  if (owner === '') return true;
  const owners = ownersOf(submission);
  return owner === nobody ? owners.length === 0 : owners.some(({ personId }) => personId === owner);
}

function saysAll({ title, change, benefit = '', stops = '' }: Submission, sought: readonly string[]) {
  const said = new Set(stemsOf(`${title} ${change} ${benefit} ${stops}`));
  return sought.every((stem) => said.has(stem));
}

/** Whether the filter asks for more than a state. */
export const isNarrowed = ({ show, ...more }: Filter): boolean =>
  Object.values(more).some((value) => value !== '');

/** Whether the store alone can tell how many a filter shows. */
export const isCountable = (filter: Filter): boolean => !isNarrowed({ ...filter, challenge: '', age: '' });
