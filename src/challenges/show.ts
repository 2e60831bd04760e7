import { type Answer, sayText, showCard } from '../bot/answer.ts';
import type { Turn } from '../bot/turn.ts';
import { showsTeamButtons } from '../people/team-buttons.ts';
import { countCameIn, countForTeam, decidedOf } from './came-in.ts';
import { challengeCard } from './cards.ts';
import { type ListName, listCard } from './list-card.ts';
import { challenges, type KnownChallenge } from './model.ts';
import type { ChallengeParts } from './parts.ts';

const pageSize = 5;

/** A challenge as it stands; words when it is not there, or not for everybody yet. */
export async function showChallenge(
  parts: ChallengeParts,
  turn: Turn,
  known: KnownChallenge | undefined,
): Promise<Answer> {
  const { store } = parts;
  const { words, actor, now } = turn;
  const manage = await showsTeamButtons(parts, turn);
  const isHidden = known?.body.state === 'planned' || known?.body.state === 'takenBack';
  if (!known || (isHidden && !manage)) return sayText(words.say('challenges.missing'));
  const [count, forTeam] = await Promise.all([
    countCameIn(store, actor.tenantId, known.id),
    manage ? countForTeam(store, actor.tenantId, known.id) : undefined,
  ]);
  return showCard(challengeCard(words, known, { now, time: parts, count, forTeam, viewed: true }));
}

/** Open challenges, the first to close first; past ones, the newest first; for the innovation team those planned. */
export async function listChallenges(
  parts: ChallengeParts,
  turn: Turn,
  { list, after }: { readonly list: ListName; readonly after: string },
): Promise<Answer> {
  const { store } = parts;
  const { words, actor, now } = turn;
  const { tenantId } = actor;
  const mayOpen = await showsTeamButtons(parts, turn);
  if (list === 'planned' && !mayOpen) return listChallenges(parts, turn, { list: 'open', after: '' });
  const page = await store.query(challenges, tenantId, {
    where: { state: list === 'past' ? 'closed' : list },
    orderBy: { field: 'endsAt', direction: list === 'past' ? 'descending' : 'ascending' },
    limit: pageSize,
    after: after || undefined,
  });
  const items = await Promise.all(
    page.documents.map(async ({ id, body }) => ({
      id,
      body,
      count: await countCameIn(store, tenantId, id),
      decided: list === 'past' ? await decidedOf(store, tenantId, id) : [],
    })),
  );
  const next = page.continuation ?? '';
  return showCard(listCard(words, { list, items, next, paged: after !== '', mayOpen }, { now, time: parts }));
}
