import { type Answer, showCard } from '../../bot/answer.ts';
import type { Turn } from '../../bot/turn.ts';
import { isUndecided } from '../../ideas/lifecycle.ts';
import { type Submission, submissions } from '../../ideas/model.ts';
import { type State, states } from '../../ideas/terms.ts';
import type { By } from '../../people/by.ts';
import { everyDocument } from '../../store/every-document.ts';
import { dayMs } from '../../time/days.ts';
import { type Absent, absentAmong } from '../absent/absence.ts';
import { ownersOf } from '../assign.ts';
import { isWithinReach } from '../reach.ts';
import type { TriageParts } from '../work-on.ts';
import { lostTrialLeads } from './lost-leads.ts';
import { todayCard } from './today-card.ts';
import { isOf, type Section, sectionOf, sections } from './worklist.ts';

const soonDays = 7;
const batchSize = 200;
const mostLookedAt = 5000;

// Of so many colleagues it is asked whether they are there: those who have most.
const mostAskedAbout = 20;

const looked: readonly State[] = [...states.filter(isUndecided), 'trial', 'adopted'];

/** Of a colleague: how many they have, and those that call for somebody today. */
interface Held {
  readonly person: By;
  count: number;
}

/** The worklist of the moment of the one who asks: what is theirs, nobody's, or of those who are absent. */
export async function showToday(parts: TriageParts, turn: Turn): Promise<Answer> {
  const { actor, now, words } = turn;
  const today = {
    now,
    date: parts.localDate(now),
    soon: parts.localDate(new Date(now.getTime() + soonDays * dayMs)),
    dueDates: parts.dueDates,
  };
  const isWithin = isWithinReach(turn);
  const found = new Map<Section, Submission[]>(sections.map((section) => [section, []]));
  const ofOthers: { readonly section: Section; readonly submission: Submission }[] = [];
  const held = new Map<string, Held>();
  const trials: Submission[] = [];
  for await (const submission of toLookAt(parts, actor.tenantId, today.soon)) {
    if (!isWithin(submission)) continue;
    if (submission.state === 'trial') trials.push(submission);
    const section = sectionOf(submission, today);
    if (isOf(submission, actor.personId)) {
      if (section) found.get(section)?.push(submission);
      continue;
    }
    if (section) ofOthers.push({ section, submission });
    for (const person of ownersOf(submission)) {
      const known = held.get(person.personId) ?? { person, count: 0 };
      held.set(person.personId, { ...known, count: known.count + 1 });
    }
  }
  const [absent, lostHere, lostElsewhere] = await Promise.all([
    absentHolders(parts, actor.tenantId, [...held.values()]),
    lostTrialLeads(parts, actor.tenantId, trials),
    parts.lostReplicationLeads(turn),
  ]);
  const lostLeads = [...lostHere, ...lostElsewhere];
  const isAbsent = ({ personId }: By) => absent.some(({ person }) => person.personId === personId);
  for (const { section, submission } of ofOthers)
    if (ownersOf(submission).every(isAbsent)) found.get(section)?.push(submission);
  const listed = sections.map((section) => ({ section, submissions: found.get(section) ?? [] }));
  return showCard(todayCard(words, { listed, absent, lostLeads }, parts.dueDates, now));
}

async function absentHolders(
  parts: TriageParts,
  tenantId: string,
  holders: readonly Held[],
): Promise<readonly (Absent & { readonly count: number })[]> {
  const most = holders.toSorted((a, b) => b.count - a.count).slice(0, mostAskedAbout);
  const absent = await absentAmong(
    parts,
    tenantId,
    most.map(({ person }) => person),
  );
  return absent.map((one) => ({
    ...one,
    count: most.find(({ person }) => person.personId === one.person.personId)?.count ?? 0,
  }));
}

/** What may call for somebody: what is under way, the oldest first, then what comes back soon. */
async function* toLookAt({ store }: TriageParts, tenantId: string, soon: string): AsyncGenerator<Submission> {
  let count = 0;
  const underWay = everyDocument(store, submissions, tenantId, {
    where: { state: { in: looked } },
    orderBy: { field: 'createdAt', direction: 'ascending' },
    limit: batchSize,
  });
  for await (const { body } of underWay) {
    if (count === mostLookedAt) break;
    count += 1;
    yield body;
  }
  const waking = await store.query(submissions, tenantId, {
    where: { state: 'parked', actOn: { atMost: soon } },
    orderBy: { field: 'actOn', direction: 'ascending' },
    limit: batchSize,
  });
  for (const { body } of waking.documents) yield body;
}
