import { articles } from '../../reading/model.ts';
import { changeDocument } from '../../store/change-document.ts';
import type { DocumentStore, StoredDocument } from '../../store/document-store.ts';
import { everyDocument } from '../../store/every-document.ts';
import { dayMs } from '../../time/days.ts';
import { nextRun } from '../../time/schedule.ts';
import { sharedKey } from '../compose-run.ts';
import type { Subscription } from '../model.ts';
import type { Approval, ApprovalParts, DigestParts } from '../parts.ts';
import { type Draft, editionDrafts } from './model.ts';

/** As long as drafts are kept: one that was approved is sent however long the service slept. */
const looksBackMs = 90 * dayMs;
const pageSize = 100;

/** The days of a draft: on which the next edition of a subscription is due, and the one after that. */
export interface DraftDays {
  readonly dueOn: string;
  readonly nextOn: string;
}

/** Reads the days of subscriptions; thousands share a schedule, and it costs more to find its next run than to look it up. */
export function daysReader({ localDate }: Approval): (subscription: Subscription) => DraftDays {
  const known = new Map<string, DraftDays>();
  return ({ schedule, dueAt }) => {
    const key = JSON.stringify([schedule, dueAt]);
    const due = new Date(dueAt);
    const days = known.get(key) ?? { dueOn: localDate(due), nextOn: localDate(nextRun(schedule, due)) };
    known.set(key, days);
    return days;
  };
}

/** Drafts of late, by whom they are for and by id. */
export interface DraftTable {
  of(subscription: Subscription): StoredDocument<Draft> | undefined;
  byId(id: string): StoredDocument<Draft> | undefined;
  /** All that are not settled. */
  live(): readonly StoredDocument<Draft>[];
  /** Takes in how a draft stands now. */
  note(draft: StoredDocument<Draft>): void;
}

export async function readDrafts(
  { store, clock, approval }: Pick<ApprovalParts, 'store' | 'clock' | 'approval'>,
  tenantId: string,
): Promise<DraftTable> {
  const daysOf = daysReader(approval);
  const drafts = new Map<string, StoredDocument<Draft>>();
  const named = new Map<string, string>();
  const note = (draft: StoredDocument<Draft>) => {
    drafts.set(draft.id, draft);
    for (const key of draft.body.keys) named.set(nameOf(draft.body, key), draft.id);
  };
  const above = new Date(clock.now().getTime() - looksBackMs).toISOString();
  for await (const draft of everyDocument(store, editionDrafts, tenantId, {
    where: { dueAt: { above } },
    limit: pageSize,
  }))
    note(draft);
  return {
    note,
    byId: (id) => drafts.get(id),
    of: (subscription) => drafts.get(named.get(nameOf(daysOf(subscription), sharedKey(subscription))) ?? ''),
    live: () =>
      [...drafts.values()].filter(({ body: { state } }) => state === 'open' || state === 'approved'),
  };
}

/** The drafts that are not settled, and only those. */
export async function readLive(
  { store }: Pick<ApprovalParts, 'store'>,
  tenantId: string,
): Promise<readonly StoredDocument<Draft>[]> {
  const live: StoredDocument<Draft>[] = [];
  for await (const draft of everyDocument(store, editionDrafts, tenantId, {
    where: { state: { in: ['open', 'approved'] } },
    limit: pageSize,
  }))
    live.push(draft);
  return live;
}

const nameOf = ({ dueOn, nextOn }: DraftDays, key: string): string => `${dueOn} ${nextOn} ${key}`;

/** The draft of what a subscription gets next, where there is one that has not gone. */
export async function draftFor(
  { store, clock, approval }: Pick<DigestParts, 'store' | 'clock' | 'approval'>,
  tenantId: string,
  subscription: Subscription,
): Promise<StoredDocument<Draft> | undefined> {
  if (!approval) return undefined;
  const table = await readDrafts({ store, clock, approval }, tenantId);
  const { waitsFor = '' } = subscription;
  const draft = table.byId(waitsFor) ?? table.of(subscription);
  return draft?.body.state === 'open' || draft?.body.state === 'approved' ? draft : undefined;
}

/** Those of a draft's articles, spare ones included, that the editors have hidden, or that are gone. */
export async function hiddenIn(
  store: DocumentStore,
  tenantId: string,
  { articleIds, spareArticles }: Draft,
): Promise<ReadonlySet<string>> {
  const ids = [...articleIds, ...spareArticles.map(({ id }) => id)];
  const found = await Promise.all(ids.map((id) => store.get(articles, tenantId, id)));
  return new Set(ids.filter((_, index) => found[index]?.body.hidden !== undefined || !found[index]));
}

/** Changes a draft and has its event relayed. Undefined when there is no such draft. */
export async function changeDraft(
  { store, relay }: Pick<ApprovalParts, 'store' | 'relay'>,
  tenantId: string,
  id: string,
  rule: (draft: Draft) => Draft | undefined,
): Promise<StoredDocument<Draft> | undefined> {
  const changed = await changeDocument(store, editionDrafts, tenantId, id, rule);
  if (changed?.body.eventsPending) relay(editionDrafts, tenantId, id);
  return changed;
}
