import { articles, cases } from '../reading/model.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Candidates } from './compose-edition.ts';
import type { Subscription } from './model.ts';

// Far more than an edition shows, so that several sources of one story do not crowd the others out.
const mostRead = 50;

/** The newest articles that a subscription has not had, and all case studies in the order of their places. */
export async function readCandidates(
  store: DocumentStore,
  tenantId: string,
  { lastEditionAt }: Subscription,
  cutOff: Date,
): Promise<Candidates> {
  const until = cutOff.toISOString();
  const added = lastEditionAt === undefined ? { atMost: until } : { above: lastEditionAt, atMost: until };
  const [fresh, studies] = await Promise.all([
    store.query(articles, tenantId, {
      where: { addedAt: added },
      orderBy: { field: 'order', direction: 'descending' },
      limit: mostRead,
    }),
    store.query(cases, tenantId, { orderBy: { field: 'place', direction: 'ascending' }, limit: 100 }),
  ]);
  return { articles: fresh.documents, cases: studies.documents };
}
