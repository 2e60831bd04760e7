import { lastOf } from '../ideas/lifecycle.ts';
import { type Submission, submissions } from '../ideas/model.ts';
import { isOpenToAll } from '../ideas/open-ideas.ts';
import { allCases } from '../reading/cases.ts';
import { articles } from '../reading/model.ts';
import { lastMoved } from '../spread/open-replications.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { dayMs } from '../time/days.ts';
import type { Candidates, Moved } from './candidates.ts';

// Far more than an edition shows, so that several sources of one story do not crowd the others out.
const mostNewest = 300;
const mostAdded = 200;
const mostSubmissions = 300;
const mostSpread = 50;

/** All that editions of a tenant may be made of now. It is the same for every place, so a run reads it once. */
export async function readCandidates(store: DocumentStore, tenantId: string, now: Date): Promise<Candidates> {
  const [newest, added, studies, decided, published, spread] = await Promise.all([
    store.query(articles, tenantId, {
      orderBy: { field: 'order', direction: 'descending' },
      limit: mostNewest,
    }),
    store.query(articles, tenantId, {
      orderBy: { field: 'addedAt', direction: 'descending' },
      limit: mostAdded,
    }),
    allCases(store, tenantId),
    store.query(submissions, tenantId, {
      where: { state: { in: ['trial', 'adopted', 'parked'] } },
      orderBy: { field: 'createdAt', direction: 'descending' },
      limit: mostSubmissions,
    }),
    store.query(submissions, tenantId, {
      where: { state: { in: ['published', 'ended'] } },
      orderBy: { field: 'createdAt', direction: 'descending' },
      limit: mostSubmissions,
    }),
    lastMoved(store, tenantId, mostSpread),
  ]);
  const found = new Map([...newest.documents, ...added.documents].map((article) => [article.id, article]));
  return {
    articles: [...found.values()]
      .filter(({ body }) => body.hidden === undefined)
      .map(({ id, body }) => ({
        id,
        body,
        featured: body.featured !== undefined && body.featured.until > now.toISOString(),
        useful: body.useful ?? 0,
      })),
    cases: studies.map(({ id, body }) => ({ id, body, useful: body.useful ?? 0 })),
    ideas: decided.documents.flatMap(({ body }) => decidedIdea(body) ?? []),
    projects: published.documents.flatMap(({ body }) => publishedProject(body) ?? []),
    spread: spread.map(({ known: { id, body }, theme, topics }) => ({
      reference: id,
      theme,
      topics,
      service: body.service,
      movedAt: body.movedAt,
    })),
  };
}

function decidedIdea(submission: Submission): Moved | undefined {
  const at = lastOf(submission, 'decided')?.at;
  if (at === undefined || !isOpenToAll(submission)) return undefined;
  const days = Math.round((Date.parse(at) - Date.parse(submission.createdAt)) / dayMs);
  return { ...movedOf(submission, at), days: Math.max(0, days) };
}

function publishedProject(submission: Submission): Moved | undefined {
  const at = lastOf(submission, 'published')?.at;
  return at === undefined ? undefined : movedOf(submission, at);
}

const movedOf = ({ reference, state, theme, topics, service }: Submission, movedAt: string): Moved => ({
  reference,
  state,
  theme,
  topics,
  service,
  movedAt,
});
