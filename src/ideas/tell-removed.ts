import type { Turn } from '../bot/turn.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { submissions } from './model.ts';
import { commentRemoved, recount } from './recount.ts';

/** Counts anew after a comment was removed, and lets everybody who was shown it know. */
export async function tellRemoved(
  store: DocumentStore,
  relay: Outbox['relay'],
  { actor, now }: Turn,
  { idea, id }: { idea: string; id: string },
): Promise<void> {
  const event = { type: commentRemoved, data: { comment: id }, now };
  await recount(store, actor.tenantId, idea, event);
  relay(submissions, actor.tenantId, idea);
}
