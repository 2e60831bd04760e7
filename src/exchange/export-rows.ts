import type { Turn } from '../bot/turn.ts';
import { lastOf } from '../ideas/lifecycle.ts';
import { type Submission, submissions } from '../ideas/model.ts';
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
  readonly service: string;
  readonly theme: string;
  readonly topics: string;
  readonly state: string;
  readonly owner: string;
  readonly author: string;
  readonly receivedAt: string;
  readonly decidedAt: string;
  readonly reason: string;
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
  'service',
  'theme',
  'topics',
  'state',
  'owner',
  'author',
  'receivedAt',
  'decidedAt',
  'reason',
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
    service: submission.service ?? '',
    theme: submission.theme ?? '',
    topics: submission.topics.join(' '),
    state: submission.state,
    owner: submission.owner?.name ?? '',
    author: naming === 'named' ? (author?.name ?? '') : '',
    receivedAt: submission.createdAt,
    decidedAt: decided?.at ?? '',
    reason: decided?.reason ?? '',
    supporters: counts?.supports ?? 0,
    comments: counts?.comments ?? 0,
  };
}
