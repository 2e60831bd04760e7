import type { Turn } from '../../bot/turn.ts';
import type { Outbox } from '../../outbox/start-outbox.ts';
import { changeDocument } from '../../store/change-document.ts';
import type { DocumentStore } from '../../store/document-store.ts';
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

/** Stores the article of a published proposal, once. */
export async function putArticle(
  store: DocumentStore,
  tenant: string,
  id: string,
  proposal: Proposal,
): Promise<void> {
  const article = articleOf(id, proposal);
  if (article) await store.createMany(articles, tenant, [article]);
}
