import type { Turn } from '../bot/turn.ts';
import type { Done } from './model.ts';

/** That the actor of a turn does something now. */
export const doneBy = ({ actor, now }: Turn): Done => ({
  by: { personId: actor.personId, name: actor.name },
  at: now.toISOString(),
});
