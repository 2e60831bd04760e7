import type { Turn } from '../bot/turn.ts';
import type { Submission } from '../ideas/model.ts';

/** Whether a submission lies within the routes that the actor of a turn decides on. */
export const isWithinReach =
  ({ reach }: Pick<Turn, 'reach'>) =>
  ({ service }: Pick<Submission, 'service'>): boolean =>
    reach === undefined || (service !== undefined && reach.includes(service));
