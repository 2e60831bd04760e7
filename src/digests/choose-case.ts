import { caseName } from '../reading/case-name.ts';
import type { Theme } from '../subjects/codes.ts';
import type { CaseCandidate } from './candidates.ts';
import type { Reason, Subscription, Wish } from './model.ts';

export interface ChosenCase {
  readonly candidate: CaseCandidate;
  readonly why: readonly Reason[];
}

/**
 * The case study to tell next: never one that the place was told. Among the others what is featured comes first, then
 * a theme not seen of late, then topics the place asked for, then what is useful, then subjects told longest ago.
 * Undefined when all were told.
 */
export function chooseCase(
  wish: Wish,
  cases: readonly CaseCandidate[],
  told: Subscription['casesTold'],
  notSeen: ReadonlySet<Theme>,
): ChosenCase | undefined {
  if (!wish.include.includes('case')) return undefined;
  const subjectsTold = lastTold(cases, told);
  const toldAt = ({ body }: CaseCandidate) =>
    subjectsOf(body).reduce((latest, subject) => later(latest, subjectsTold.get(subject)), '');
  const [candidate] = cases
    .filter(({ id }) => told[id] === undefined)
    .toSorted(
      (a, b) =>
        Number(b.featured ?? false) - Number(a.featured ?? false) ||
        Number(brings(b, notSeen)) - Number(brings(a, notSeen)) ||
        nearTo(wish, b) - nearTo(wish, a) ||
        (b.useful ?? 0) - (a.useful ?? 0) ||
        compare(toldAt(a), toldAt(b)) ||
        compare(caseName(a.body), caseName(b.body)) ||
        compare(a.id, b.id),
    );
  return candidate && { candidate, why: reasonsFor(wish, candidate, notSeen) };
}

const brings = ({ body }: CaseCandidate, notSeen: ReadonlySet<Theme>): boolean =>
  body.theme !== undefined && notSeen.has(body.theme);

const nearTo = ({ topics }: Wish, { body }: CaseCandidate): number =>
  topics.filter((topic) => body.topics.includes(topic)).length;

function reasonsFor(wish: Wish, candidate: CaseCandidate, notSeen: ReadonlySet<Theme>): Reason[] {
  const why: Reason[] = [];
  if (candidate.featured) why.push('featured');
  if (brings(candidate, notSeen)) why.push('themeNotSeen');
  if (nearTo(wish, candidate) > 0) why.push('near');
  return [...why, 'notToldYet'];
}

/** When each theme and topic was last told. */
function lastTold(cases: readonly CaseCandidate[], told: Subscription['casesTold']) {
  const instants = new Map<string, string>();
  for (const { id, body } of cases)
    for (const subject of subjectsOf(body))
      instants.set(subject, later(told[id] ?? '', instants.get(subject)));
  return instants;
}

const subjectsOf = ({ theme, topics }: CaseCandidate['body']): readonly string[] =>
  theme ? [theme, ...topics] : topics;

const later = (a: string, b = ''): string => (a > b ? a : b);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
