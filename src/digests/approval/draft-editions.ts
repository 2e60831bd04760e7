import { setImmediate } from 'node:timers/promises';
import { triagePlaceOf } from '../../people/triage-place.ts';
import type { StoredDocument } from '../../store/document-store.ts';
import { everyPage } from '../../store/every-document.ts';
import type { Job } from '../../time/job.ts';
import { daysAfter, localInstant } from '../../time/local-instant.ts';
import { composeRun } from '../compose-run.ts';
import { type Subscription, subscriptions } from '../model.ts';
import type { ApprovalParts } from '../parts.ts';
import { noteTold } from '../publish-editions.ts';
import { scatter } from '../together/leave.ts';
import { ensureDraft, posted } from './ensure-draft.ts';
import { changeDraft, type DraftTable, readDrafts, readLive } from './find-draft.ts';
import { type Draft, withDraftEvent } from './model.ts';
import { editionOf, lapse } from './rules.ts';
import { draftsUntil } from './times.ts';

const pageSize = 500;

/**
 * Posts drafts of the editions of channels on the working day before they are due, and reminds of those that nobody
 * has approved. All of it in working time alone; what was slept over is made up for when it is not too late.
 */
export function draftEditions(parts: ApprovalParts): Job {
  const { clock, telemetry, tenants, approval } = parts;
  return {
    name: 'digests.drafts',
    everySeconds: 3600,
    async run(signal) {
      if (!approval.calendar.isWorkingTime(clock.now())) return;
      for (const tenantId of tenants) {
        try {
          const table = await readDrafts(parts, tenantId);
          await draftAll(parts, tenantId, table, signal);
          if (signal.aborted) return;
          await tend(parts, tenantId, table.live());
        } catch (error) {
          telemetry.error('digests.draftsFailed', error, { tenant: tenantId });
        }
      }
    },
  };
}

/** Looks after the drafts that there are, between two walks through all that is due: reminders must not come late. */
export function tendDrafts(parts: ApprovalParts): Job {
  const { clock, telemetry, tenants, approval } = parts;
  return {
    name: 'digests.tendDrafts',
    everySeconds: 900,
    async run() {
      if (!approval.calendar.isWorkingTime(clock.now())) return;
      for (const tenantId of tenants) {
        try {
          await tend(parts, tenantId, await readLive(parts, tenantId));
        } catch (error) {
          telemetry.error('digests.draftsFailed', error, { tenant: tenantId });
        }
      }
    },
  };
}

async function tend(
  parts: ApprovalParts,
  tenantId: string,
  live: readonly StoredDocument<Draft>[],
): Promise<void> {
  await postWaiting(parts, tenantId, live);
  await remind(parts, tenantId, live);
}

/** Drafts what is due until the end of the next working day. A subscription that fails stops no other. */
async function draftAll(
  parts: ApprovalParts,
  tenantId: string,
  table: DraftTable,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock, approval, timeZone } = parts;
  const now = clock.now();
  const until = localInstant(daysAfter(draftsUntil(approval, now), 1), '00:00', timeZone);
  const run = composeRun(parts, tenantId, 'due');
  const triage = await triagePlaceOf(store, tenantId);
  const places = new Map<string, number>();
  const due = everyPage(store, subscriptions, tenantId, {
    where: { state: 'active', dueAt: { above: now.toISOString(), below: until.toISOString() } },
    orderBy: { field: 'dueAt', direction: 'ascending' },
    limit: pageSize,
  });
  const draftOne = async (id: string, found: Subscription) => {
    // From the next look on each is drafted by itself.
    if (found.shared) return scatter(store, tenantId, id);
    const body = await afterWaiting(parts, tenantId, table, id, found);
    if (!body) return;
    let draft = table.of(body);
    if (!draft || draft.body.lapsed === 'notNeeded') {
      const composed = await run.compose(body);
      draft = composed && (await ensureDraft(parts, run, tenantId, body, composed, triage));
      if (draft) table.note(draft);
    }
    if (draft) places.set(draft.id, (places.get(draft.id) ?? 0) + 1);
  };
  for await (const page of due) {
    for (const { id, body } of page) {
      if (signal.aborted) return;
      if (body.personal) continue;
      try {
        await draftOne(id, body);
      } catch (error) {
        parts.telemetry.error('digests.draftFailed', error, { tenant: tenantId, subscription: id });
      }
    }
    // Tens of thousands are looked at, as a rule without any wait: people's turns come in between.
    await setImmediate();
  }
  await countPlaces(parts, tenantId, table, places);
}

/**
 * The subscription once it is known what it was told: undefined while its last edition waits. One that was approved may
 * not be noted yet, and would be told again.
 */
async function afterWaiting(
  { store, words }: ApprovalParts,
  tenantId: string,
  table: DraftTable,
  id: string,
  body: Subscription,
): Promise<Subscription | undefined> {
  const draft = body.waitsFor === undefined ? undefined : table.byId(body.waitsFor)?.body;
  if (draft?.state === 'open') return undefined;
  if (draft?.state !== 'sent') return body;
  const edition = editionOf(draft, (n) => words.say('digests.edition.withdrawn', { articles: n }));
  return (await noteTold({ store }, tenantId, id, edition))?.body;
}

/** Notes how many places each coming draft is for; one that is for none any more lapses. */
async function countPlaces(
  parts: ApprovalParts,
  tenantId: string,
  table: DraftTable,
  places: ReadonlyMap<string, number>,
): Promise<void> {
  const now = parts.clock.now();
  for (const { id, body } of table.live()) {
    const count = places.get(id) ?? 0;
    // Those that are due already are for places that have had their turn.
    if (body.dueAt <= now.toISOString() || body.places === count) continue;
    const changed = await changeDraft(parts, tenantId, id, (draft) =>
      count === 0
        ? lapse(id, draft, 'notNeeded', now)
        : withDraftEvent(id, draft, 'changed', now, { places: count }),
    );
    if (changed) table.note(changed);
  }
}

/** Posts those that were made at night, or before there was a channel. */
async function postWaiting(
  parts: ApprovalParts,
  tenantId: string,
  live: readonly StoredDocument<Draft>[],
): Promise<void> {
  const unposted = live.filter(({ body }) => body.postedTo === undefined);
  const triage = unposted.length > 0 ? await triagePlaceOf(parts.store, tenantId) : undefined;
  if (!triage) return;
  for (const { id } of unposted)
    await changeDraft(parts, tenantId, id, (draft) =>
      draft.postedTo === undefined ? posted(id, draft, triage, parts.clock.now()) : undefined,
    );
}

async function remind(
  parts: ApprovalParts,
  tenantId: string,
  live: readonly StoredDocument<Draft>[],
): Promise<void> {
  const now = parts.clock.now();
  const isDue = ({ state, remindAt, postedTo }: Draft) =>
    state === 'open' && postedTo !== undefined && remindAt !== undefined && remindAt <= now.toISOString();
  for (const { id, body } of live) {
    if (!isDue(body)) continue;
    await changeDraft(parts, tenantId, id, (draft) => {
      const { remindAt: _, ...rest } = draft;
      return isDue(draft) ? withDraftEvent(id, rest, 'reminded', now) : undefined;
    });
  }
}
