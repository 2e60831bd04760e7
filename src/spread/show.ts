import { type Answer, sayText, showCard } from '../bot/answer.ts';
import type { Turn } from '../bot/turn.ts';
import { marksOn } from '../engagement/marks.ts';
import type { Subject } from '../engagement/model.ts';
import { isLead, offersDeciding } from './manage.ts';
import type { KnownReplication } from './model.ts';
import type { SpreadParts } from './parts.ts';
import { type Notice, replicationCard } from './replication-card.ts';

export const replicationSubject = (tenantId: string, id: string): Subject => ({
  tenantId,
  kind: 'replication',
  id,
});

/** A replication as it stands, with what the actor may do about it; words when it is not there. */
export async function showReplication(
  parts: SpreadParts,
  turn: Turn,
  known: KnownReplication | undefined,
  notice?: Notice,
): Promise<Answer> {
  const { words, actor } = turn;
  if (!known) return sayText(words.say('spread.missing'));
  const [decides, marks] = await Promise.all([
    offersDeciding(parts, turn, known.body),
    marksOn(parts.store, replicationSubject(actor.tenantId, known.id), actor.personId),
  ]);
  const leads = isLead(known.body, turn);
  const mine = { manages: leads || decides, decides, leads, following: marks.following };
  return showCard(replicationCard(words, known, { ...mine, notice }));
}
