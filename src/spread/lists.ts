import { type Answer, showCard } from '../bot/answer.ts';
import type { Turn } from '../bot/turn.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { listCard } from './list-card.ts';
import { pageOf } from './read-lists.ts';
import { keyOfIds, type SourceIds } from './source.ts';

/** Where an idea or a case study is tried. */
export async function listTried(
  store: DocumentStore,
  { actor, words }: Turn,
  ids: SourceIds,
  after: string,
): Promise<Answer> {
  const page = await pageOf(store, actor.tenantId, { source: keyOfIds(ids) }, after);
  return showCard(listCard(words, page, { of: ids, paged: after !== '' }));
}

/** What the actor leads in their service. */
export async function listMine(store: DocumentStore, { actor, words }: Turn, after: string): Promise<Answer> {
  const page = await pageOf(store, actor.tenantId, { lead: actor.personId }, after);
  return showCard(listCard(words, page, { of: 'mine', paged: after !== '' }));
}
