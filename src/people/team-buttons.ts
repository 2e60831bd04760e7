import type { Turn } from '../bot/turn.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { soonOr } from '../time/soon.ts';
import { triagePlaceOf } from './triage-place.ts';

interface TeamButtonsParts {
  readonly store: DocumentStore;
  readonly isInnovationTeam: (turn: Turn) => Promise<boolean>;
}

const longestWaitMs = 1_000;

/** Whether the innovation team's own buttons are shown: to its members, where nobody else sees them. */
export async function showsTeamButtons(
  { store, isInnovationTeam }: TeamButtonsParts,
  turn: Turn,
): Promise<boolean> {
  const { conversation, actor } = turn;
  const triage = turn.private ? undefined : await triagePlaceOf(store, actor.tenantId);
  if (!turn.private && triage?.placeId !== conversation.id) return false;
  // Teams may be slow to tell: then the card comes without the buttons, and not too late.
  return soonOr(isInnovationTeam(turn), false, longestWaitMs);
}
