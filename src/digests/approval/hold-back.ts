import type { StoredDocument } from '../../store/document-store.ts';
import type { Subscription } from '../model.ts';
import type { ApprovalParts } from '../parts.ts';
import { postingFor, postings } from '../posting.ts';
import type { Judge, Waits } from './judge-due.ts';
import { editionIdOf, waitingBatch } from './model.ts';

/**
 * Keeps a posting for each subscription that waits, which is sent when its draft is approved. Returns the subscriptions
 * whose draft was approved by now: they get it as all others do, because whoever approved it may have looked for the
 * postings before they were there.
 */
export async function holdBack(
  { store, clock }: ApprovalParts,
  judge: Judge,
  tenantId: string,
  waiting: readonly Waits[],
): Promise<{ readonly approved: readonly StoredDocument<Subscription>[]; readonly held: readonly Waits[] }> {
  const at = clock.now().toISOString();
  const rows = waiting.flatMap(
    ({ subscription, draft }) =>
      postingFor(tenantId, subscription, {
        occasion: { because: 'due', dueAt: subscription.body.dueAt },
        edition: editionIdOf(draft.id),
        batch: waitingBatch(draft.id),
        at,
      }) ?? [],
  );
  await store.createMany(postings, tenantId, rows);
  const drafts = new Map(waiting.map(({ draft }) => [draft.id, draft]));
  for (const draft of drafts.values()) drafts.set(draft.id, await judge.look(draft));
  const approved: StoredDocument<Subscription>[] = [];
  const held: Waits[] = [];
  for (const one of waiting) {
    const draft = drafts.get(one.draft.id) ?? one.draft;
    if (draft.body.state === 'sent') {
      judge.give(one.subscription, draft);
      approved.push(one.subscription);
    } else held.push(one);
  }
  return { approved, held };
}
