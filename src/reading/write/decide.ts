import type { Turn } from '../../bot/turn.ts';
import { follow } from '../../engagement/marks.ts';
import type { Outbox } from '../../outbox/start-outbox.ts';
import { changeDocument } from '../../store/change-document.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { itemSubject } from '../item.ts';
import { articles } from '../model.ts';
import { articleOf, type Proposal, proposals } from './proposal.ts';

export interface WriteParts {
  readonly store: DocumentStore;
  readonly relay: Outbox['relay'];
}

/** Decides a proposal and returns it as it then stands; `change` gives undefined for one that was decided already. */
export async function decideProposal(
  { store, relay }: WriteParts,
  { actor }: Turn,
  id: string,
  change: (proposal: Proposal) => Proposal | undefined,
): Promise<Proposal | undefined> {
  const stored = await changeDocument(store, proposals, actor.tenantId, id, change);
  if (!stored) return undefined;
  await putArticle(store, actor.tenantId, id, stored.body);
  if (stored.body.eventsPending) relay(proposals, actor.tenantId, id);
  return stored.body;
}

/** Stores the article of a published proposal, once; whoever wrote it follows the comments on it. */
export async function putArticle(
  store: DocumentStore,
  tenant: string,
  id: string,
  proposal: Proposal,
): Promise<void> {
  const article = articleOf(id, proposal);
  if (!article) return;
  const [created] = await store.createMany(articles, tenant, [article]);
  const { by, at } = proposal.proposed;
  const subject = itemSubject(tenant, { kind: 'article', id: article.id });
  // Whoever wrote it hears of comments on it; what they have said since stands.
  if (created) await follow(store, subject, by, new Date(at));
}
