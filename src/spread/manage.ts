import type { Turn } from '../bot/turn.ts';
import { soonOr } from '../time/soon.ts';
import type { Replication } from './model.ts';
import type { SpreadParts } from './parts.ts';

const longestWaitMs = 1_000;

export const isLead = ({ lead }: Replication, { actor }: Pick<Turn, 'actor'>): boolean =>
  lead.personId === actor.personId;

/** Whether the actor may report, edit and end it: as its lead, or for the innovation team. */
export const mayManage = async (parts: SpreadParts, turn: Turn, body: Replication): Promise<boolean> =>
  isLead(body, turn) || parts.decidesOn(turn, body.service);

/** Whether the innovation team's buttons are offered on a card: not where Teams is slow to tell. */
export const offersDeciding = (parts: SpreadParts, turn: Turn, body: Replication): Promise<boolean> =>
  soonOr(parts.decidesOn(turn, body.service), false, longestWaitMs);
