import type { CaseStudy } from '../reading/model.ts';
import type { Known, Subscription } from './model.ts';

/**
 * The case study to tell next: one not told yet, and among those the one whose theme and topics were told longest
 * ago; when all were told, the one told longest ago. Cases that are equal keep their order. Undefined without cases.
 */
export function chooseCase(
  cases: readonly Known<CaseStudy>[],
  told: Subscription['casesTold'],
): Known<CaseStudy> | undefined {
  const untold = cases.filter(({ id }) => told[id] === undefined);
  if (untold.length === 0) return longestAgo(cases, ({ id }) => told[id] ?? '');
  const subjectsTold = lastTold(cases, told);
  return longestAgo(untold, ({ body }) =>
    subjectsOf(body).reduce((latest, subject) => later(latest, subjectsTold.get(subject)), ''),
  );
}

const longestAgo = (cases: readonly Known<CaseStudy>[], toldAt: (study: Known<CaseStudy>) => string) =>
  cases.toSorted((a, b) => compare(toldAt(a), toldAt(b)))[0];

/** When each theme and topic was last told. */
function lastTold(cases: readonly Known<CaseStudy>[], told: Subscription['casesTold']) {
  const instants = new Map<string, string>();
  for (const { id, body } of cases)
    for (const subject of subjectsOf(body))
      instants.set(subject, later(told[id] ?? '', instants.get(subject)));
  return instants;
}

const subjectsOf = ({ theme, topics }: CaseStudy): readonly string[] => (theme ? [theme, ...topics] : topics);

const later = (a: string, b = ''): string => (a > b ? a : b);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
