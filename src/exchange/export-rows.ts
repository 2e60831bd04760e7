import type { Turn } from '../bot/turn.ts';
import { lastOf } from '../ideas/lifecycle.ts';
import { type Submission, submissions } from '../ideas/model.ts';
import { triedIn } from '../ideas/spreading.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { everyPage } from '../store/every-document.ts';
import { directionOf, type Filter, fits, whereOf } from '../triage/queue/filter.ts';
import { isWithinReach } from '../triage/reach.ts';

const batchSize = 200;

/** What leaves the service of one submission, by column. Names of authors only where they are named to everybody. */
export interface ExportedRow {
  readonly reference: string;
  readonly kind: string;
  readonly title: string;
  readonly change: string;
  readonly benefit: string;
  readonly control: string;
  readonly stops: string;
  readonly hoursAMonth: number | '';
  readonly service: string;
  readonly theme: string;
  readonly topics: string;
  readonly state: string;
  readonly owner: string;
  readonly coOwners: string;
  readonly author: string;
  readonly receivedAt: string;
  readonly decidedAt: string;
  readonly reason: string;
  /** Local dates: when a parked one comes back, a trial ends, benefits are due. */
  readonly comesBackOn: string;
  readonly challenge: string;
  /** Means of all who scored, with one decimal. */
  readonly impact: number | '';
  readonly effort: number | '';
  readonly scorers: number;
  readonly trialLead: string;
  readonly trialMeasure: string;
  readonly trialEndsOn: string;
  readonly verdict: string;
  readonly learnt: string;
  readonly benefitsOn: string;
  readonly poundsAYear: number | '';
  readonly otherBenefits: string;
  readonly confidence: string;
  readonly mergedInto: string;
  /** Services that try it or have tried it, each with how it stands. */
  readonly triedIn: string;
  readonly supporters: number;
  readonly comments: number;
}

export const columns = [
  'reference',
  'kind',
  'title',
  'change',
  'benefit',
  'control',
  'stops',
  'hoursAMonth',
  'service',
  'theme',
  'topics',
  'state',
  'owner',
  'coOwners',
  'author',
  'receivedAt',
  'decidedAt',
  'reason',
  'comesBackOn',
  'challenge',
  'impact',
  'effort',
  'scorers',
  'trialLead',
  'trialMeasure',
  'trialEndsOn',
  'verdict',
  'learnt',
  'benefitsOn',
  'poundsAYear',
  'otherBenefits',
  'confidence',
  'mergedInto',
  'triedIn',
  'supporters',
  'comments',
] as const satisfies readonly (keyof ExportedRow)[];

/** The submissions a filter asks for, a page at a time, as far as the one who asks may reach them. */
export async function* exportedPages(
  store: DocumentStore,
  turn: Turn,
  filter: Filter,
): AsyncGenerator<readonly ExportedRow[]> {
  const isWanted = fits(filter);
  const isWithin = isWithinReach(turn);
  const where = whereOf(filter, turn.now);
  const found = everyPage(store, submissions, turn.actor.tenantId, {
    where,
    orderBy: { field: 'createdAt', direction: directionOf(filter) },
    limit: batchSize,
  });
  for await (const page of found)
    yield page
      .map(({ body }) => body)
      .filter((body) => isWanted(body) && isWithin(body))
      .map(rowOf);
}

function rowOf(submission: Submission): ExportedRow {
  const { reference, kind, title, change, naming, author, counts } = submission;
  const decided = lastOf(submission, 'decided');
  return {
    reference,
    kind,
    title,
    change,
    benefit: submission.benefit ?? '',
    control: submission.control ?? '',
    stops: submission.stops ?? '',
    hoursAMonth: submission.hoursAMonth ?? '',
    service: submission.service ?? '',
    theme: submission.theme ?? '',
    topics: submission.topics.join(' '),
    state: submission.state,
    owner: submission.owner?.name ?? '',
    coOwners: (submission.coOwners ?? []).map(({ name }) => name).join(', '),
    author: naming === 'named' ? (author?.name ?? '') : '',
    receivedAt: submission.createdAt,
    decidedAt: decided?.at ?? '',
    reason: decided?.reason ?? submission.imported?.reason ?? '',
    ...planned(submission),
    ...scored(submission),
    ...brought(submission),
    supporters: counts?.supports ?? 0,
    comments: counts?.comments ?? 0,
  };
}

/** What was planned and tried, with the verdict on the last trial. */
function planned(submission: Submission) {
  const { state, actOn, challenge, trial, mergedInto, naming, author } = submission;
  // Who leads the trial of their own idea is its author, who may not be named to everybody.
  const isUnnamed = naming !== 'named' && trial?.lead.personId === author?.personId;
  const verdict = lastVerdict(submission);
  return {
    comesBackOn: state === 'parked' ? (actOn ?? '') : '',
    challenge: challenge?.title ?? '',
    trialLead: trial && !isUnnamed ? trial.lead.name : '',
    trialMeasure: trial?.measure ?? '',
    trialEndsOn: trial?.endsOn ?? '',
    verdict: verdict?.verdict ?? '',
    learnt: verdict?.learnt ?? '',
    mergedInto: mergedInto ?? '',
  };
}

function lastVerdict({ history }: Submission): { verdict: string; learnt: string } | undefined {
  const last = history.findLast(
    (entry) => entry.what === 'extended' || (entry.what === 'decided' && entry.afterTrial),
  );
  if (last?.what === 'extended') return { verdict: 'extend', learnt: last.learnt };
  if (last?.what !== 'decided') return undefined;
  return { verdict: last.decision === 'adopted' ? 'adopt' : 'stop', learnt: last.reason };
}

function scored({ scores = [] }: Submission) {
  const mean = (of: 'impact' | 'effort') =>
    scores.length === 0
      ? ''
      : Math.round((scores.reduce((sum, score) => sum + score[of], 0) / scores.length) * 10) / 10;
  return { impact: mean('impact'), effort: mean('effort'), scorers: scores.length } as const;
}

/** What it has brought, here and where others try it. */
function brought(submission: Submission) {
  const { benefits, benefitsOn } = submission;
  return {
    benefitsOn: benefitsOn ?? '',
    poundsAYear: benefits?.cashable ?? '',
    otherBenefits: benefits?.other ?? '',
    confidence: benefits?.confidence ?? '',
    triedIn: triedIn(submission)
      .map(({ service, state }) => `${service}: ${state}`)
      .join('; '),
  } as const;
}
