import { type Answer, showCard } from '../../bot/answer.ts';
import type { Turn } from '../../bot/turn.ts';
import { isUndecided } from '../../ideas/lifecycle.ts';
import { type State, type Submission, states, submissions } from '../../ideas/model.ts';
import { isWithinReach } from '../reach.ts';
import type { TriageParts } from '../work-on.ts';
import { type Listed, todayCard } from './today-card.ts';
import { type Section, sectionOf, sections } from './worklist.ts';

const dayMs = 86_400_000;
const soonDays = 7;
const batchSize = 200;
const mostLookedAt = 5000;

const looked: readonly State[] = [...states.filter(isUndecided), 'trial', 'adopted'];

/** The worklist of the moment of the one who asks: what is theirs or nobody's, the most pressing first. */
export async function showToday(parts: TriageParts, turn: Turn): Promise<Answer> {
  const { actor, now, words } = turn;
  const today = {
    now,
    date: parts.localDate(now),
    soon: parts.localDate(new Date(now.getTime() + soonDays * dayMs)),
    personId: actor.personId,
    dueDates: parts.dueDates,
  };
  const isWithin = isWithinReach(turn);
  const found = new Map<Section, Submission[]>(sections.map((section) => [section, []]));
  const sort = (submission: Submission) => {
    const section = isWithin(submission) ? sectionOf(submission, today) : undefined;
    if (section) found.get(section)?.push(submission);
  };
  for await (const submission of oldestFirst(parts, turn)) sort(submission);
  const waking = await parts.store.query(submissions, actor.tenantId, {
    where: { state: 'parked', actOn: { atMost: today.soon } },
    orderBy: { field: 'actOn', direction: 'ascending' },
    limit: batchSize,
  });
  for (const { body } of waking.documents) sort(body);
  const listed: Listed[] = sections.map((section) => ({ section, submissions: found.get(section) ?? [] }));
  return showCard(todayCard(words, listed, parts.dueDates, now));
}

async function* oldestFirst({ store }: TriageParts, { actor }: Turn): AsyncGenerator<Submission> {
  let after: string | undefined;
  let count = 0;
  do {
    const page = await store.query(submissions, actor.tenantId, {
      where: { state: { in: looked } },
      orderBy: { field: 'createdAt', direction: 'ascending' },
      limit: batchSize,
      after,
    });
    for (const { body } of page.documents) yield body;
    count += page.documents.length;
    after = page.continuation;
  } while (after && count < mostLookedAt);
}
