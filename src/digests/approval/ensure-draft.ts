import { noEvents } from '../../outbox/event.ts';
import type { TriagePlace } from '../../people/model.ts';
import { DocumentExists, type StoredDocument } from '../../store/document-store.ts';
import { type Composed, type ComposeRun, sharedKey } from '../compose-run.ts';
import { type Subscription, usualWish } from '../model.ts';
import type { ApprovalParts } from '../parts.ts';
import { contentOf, sparesFor } from './compose-draft.ts';
import { changeDraft, daysReader } from './find-draft.ts';
import { type Draft, draftId, editionDrafts, withDraftEvent } from './model.ts';
import { reminderFor } from './times.ts';

/**
 * The draft of what a subscription gets next; made when there is none with that content for those days, otherwise the
 * subscription joins it. Posted when there is a channel to post it to.
 */
export async function ensureDraft(
  parts: ApprovalParts,
  run: Pick<ComposeRun, 'candidates'>,
  tenantId: string,
  subscription: Subscription,
  composed: Composed,
  triage: TriagePlace | undefined,
): Promise<StoredDocument<Draft>> {
  const now = parts.clock.now();
  const days = {
    topics: subscription.wish?.topics ?? usualWish.topics,
    ...daysReader(parts.approval)(subscription),
  };
  const content = contentOf(composed.body);
  const id = draftId(content, days);
  const key = sharedKey(subscription);
  const joined = await changeDraft(parts, tenantId, id, (draft) =>
    join(id, draft, key, subscription.dueAt, now),
  );
  if (joined) return joined;
  const { dueAt } = subscription;
  const remindAt = reminderFor(parts.approval, dueAt);
  const fresh: Draft = {
    ...days,
    ...content,
    ...sparesFor(subscription, await run.candidates(), composed),
    dueAt,
    keys: [key],
    places: 1,
    opening: '',
    setAside: [],
    composedAt: now.toISOString(),
    state: 'open',
    version: 0,
    steps: 0,
    // One that is posted so late is its own reminder.
    ...(remindAt !== undefined && remindAt > now.toISOString() && { remindAt }),
    ...noEvents,
  };
  try {
    const body = triage ? posted(id, fresh, triage, now) : fresh;
    const created = await parts.store.create(editionDrafts, tenantId, { id, body });
    if (triage) parts.relay(editionDrafts, tenantId, id);
    return created;
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    return ensureDraft(parts, run, tenantId, subscription, composed, triage);
  }
}

/** The draft as it is shown in the channel from now on. */
export const posted = (id: string, draft: Draft, { placeId }: TriagePlace, now: Date): Draft =>
  withDraftEvent(id, draft, 'posted', now, { postedTo: placeId });

/** Undefined when nothing changes. */
function join(id: string, draft: Draft, key: string, dueAt: string, now: Date): Draft | undefined {
  const isNeeded = draft.lapsed !== 'notNeeded';
  if (isNeeded && draft.keys.includes(key) && draft.dueAt <= dueAt) return undefined;
  const keys = draft.keys.includes(key) ? draft.keys : [...draft.keys, key];
  const joined = { ...draft, keys, dueAt: dueAt < draft.dueAt ? dueAt : draft.dueAt };
  if (isNeeded) return joined;
  const { lapsed: _, approvedBy: __, ...again } = joined;
  return withDraftEvent(id, again, 'changed', now, { state: 'open' });
}
