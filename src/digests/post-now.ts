import { triagePlaceOf } from '../people/triage-place.ts';
import type { StoredDocument } from '../store/document-store.ts';
import { ensureDraft } from './approval/ensure-draft.ts';
import { changeDraft, draftFor, hiddenIn } from './approval/find-draft.ts';
import { type Draft, editionIdOf, waitingBatch, withDraftEvent } from './approval/model.ts';
import { editionOf, freeze } from './approval/rules.ts';
import { type Asking, changeOrStart, isPersonal } from './change-subscription.ts';
import { type ComposeRun, composeRun } from './compose-run.ts';
import { editions, hashOf, type Subscription } from './model.ts';
import { type ApprovalParts, type DigestParts, hasApproval } from './parts.ts';
import { postingFor, postings } from './posting.ts';
import { noteTold, publishEditions } from './publish-editions.ts';
import { unasked } from './service.ts';

/** What became of `digest now`. `waits`: the innovation team looks at it first. */
export type PostedNow =
  | { readonly kind: 'posted' | 'nothingNew' }
  | { readonly kind: 'waits'; readonly draft: Draft; readonly isDue: boolean };

/**
 * Posts an edition at once, whether or not the place has a regular one. The same message asks for one edition only,
 * however often it arrives. What the innovation team has approved already comes as it approved it; where editions wait
 * to be approved, any other of a channel or group chat comes once it is.
 */
export async function postNow(parts: DigestParts, asking: Asking, activityId: string): Promise<PostedNow> {
  const { tenantId } = asking;
  const subscription = await changeOrStart(parts.store, asking, unasked(parts, asking), (present) =>
    present.state === 'placeGone' ? { ...present, state: 'stopped' } : undefined,
  );
  const run = composeRun(parts, tenantId, 'asked');
  if (!hasApproval(parts)) return post(parts, run, subscription, activityId);
  const draft = await draftFor(parts, tenantId, subscription.body);
  if (draft?.body.state === 'approved')
    return post(parts, await runOf(parts, run, draft), subscription, activityId);
  if (parts.approval.unapproved === 'go' || isPersonal(asking))
    return post(parts, run, subscription, activityId);
  if (!draft) return lookedAt(parts, run, subscription);
  const isDue = draft.body.dueAt <= parts.clock.now().toISOString();
  return { kind: 'waits', draft: draft.body, isDue };
}

async function post(
  parts: DigestParts,
  run: ComposeRun,
  subscription: StoredDocument<Subscription>,
  activityId: string,
): Promise<PostedNow> {
  const { id, partition: tenantId } = subscription;
  const occasion = { because: 'asked', activityId } as const;
  const published = await publishEditions(parts, run, tenantId, [{ subscription, occasion }]);
  const posted = published.get(id);
  if (!posted) return { kind: 'nothingNew' };
  parts.relay(editions, tenantId, posted.edition);
  await noteTold(parts, tenantId, id, posted.body);
  return { kind: 'posted' };
}

/** Gives what was approved, as an edition of its own: for all others the draft stays as it is until its time. */
async function runOf(
  { store, words, clock }: ApprovalParts,
  run: ComposeRun,
  { id, partition, body }: StoredDocument<Draft>,
): Promise<ComposeRun> {
  const frozen = freeze(id, body, await hiddenIn(store, partition, body), clock.now());
  const edition = editionOf(frozen, (n) => words.say('digests.edition.withdrawn', { articles: n }));
  return {
    ...run,
    compose: async () => ({ id: hashOf('asked for', id, body.version), body: edition }),
  };
}

/** Shows the innovation team what would come now. It comes once it is approved, however often it was asked for. */
async function lookedAt(
  parts: ApprovalParts,
  run: ComposeRun,
  subscription: StoredDocument<Subscription>,
): Promise<PostedNow> {
  const { store, clock, approval } = parts;
  const { partition: tenantId } = subscription;
  const now = clock.now();
  const composed = await run.compose(subscription.body);
  if (!composed) return { kind: 'nothingNew' };
  const triage = approval.calendar.isWorkingTime(now) ? await triagePlaceOf(store, tenantId) : undefined;
  const asked = { ...subscription.body, dueAt: now.toISOString() };
  const draft = await ensureDraft(parts, run, tenantId, asked, composed, triage);
  const posting = postingFor(tenantId, subscription, {
    occasion: { because: 'asked', activityId: draft.id },
    edition: editionIdOf(draft.id),
    batch: waitingBatch(draft.id),
    at: now.toISOString(),
  });
  if (posting) await store.createMany(postings, tenantId, [posting]);
  // Whoever approved it meanwhile may have looked for those who wait before this one did.
  const after = await changeDraft(parts, tenantId, draft.id, (body) =>
    body.state === 'sent' ? withDraftEvent(draft.id, body, 'sent', now) : undefined,
  );
  return { kind: 'waits', draft: after?.body ?? draft.body, isDue: true };
}
