import { triagePlaceOf } from '../../people/triage-place.ts';
import type { StoredDocument } from '../../store/document-store.ts';
import type { Composed, ComposeRun } from '../compose-run.ts';
import type { Subscription } from '../model.ts';
import type { ApprovalParts } from '../parts.ts';
import { noteTold } from '../publish-editions.ts';
import { ensureDraft } from './ensure-draft.ts';
import { changeDraft, type DraftTable, hiddenIn, readDrafts } from './find-draft.ts';
import { type Draft, editionIdOf } from './model.ts';
import { editionOf, freeze, lapse } from './rules.ts';

type Due = StoredDocument<Subscription>;

export interface Waits {
  readonly subscription: Due;
  readonly draft: StoredDocument<Draft>;
}

/** Decides of subscriptions that are due whether their editions go now or wait to be approved. */
export interface Judge extends ComposeRun {
  judge(
    page: readonly Due[],
  ): Promise<{ readonly ready: readonly Due[]; readonly waiting: readonly Waits[] }>;
  /** How a draft stands by now. */
  look(draft: StoredDocument<Draft>): Promise<StoredDocument<Draft>>;
  /** Lets a subscription get what a draft that was sent tells. */
  give(subscription: Due, draft: StoredDocument<Draft>): void;
}

/** Judges one run over the subscriptions of a tenant: a draft is read, frozen or left to lapse once for all of them. */
export function judgeDue(parts: ApprovalParts, tenantId: string, run: ComposeRun): Judge {
  const { store, clock, words, approval } = parts;
  const goes = approval.unapproved === 'go';
  const given = new WeakMap<Subscription, Composed | undefined>();
  const frozen = new Map<string, Promise<StoredDocument<Draft>>>();
  const lapsing = new Map<string, Promise<StoredDocument<Draft> | undefined>>();
  let reading: Promise<DraftTable> | undefined;
  const drafts = () => {
    reading ??= readDrafts(parts, tenantId);
    return reading;
  };
  const withdrawn = (n: number) => words.say('digests.edition.withdrawn', { articles: n });

  const give: Judge['give'] = ({ body }, { id, body: draft }) =>
    given.set(body, { id: editionIdOf(id), body: editionOf(draft, withdrawn) });

  /** One that may go is frozen as it is; one that may not stays open. */
  async function settle(draft: StoredDocument<Draft>): Promise<StoredDocument<Draft>> {
    const { state } = draft.body;
    if (state === 'sent' || state === 'lapsed') return draft;
    const hidden = await hiddenIn(store, tenantId, draft.body);
    const now = clock.now();
    const settled = await changeDraft(parts, tenantId, draft.id, (fresh) =>
      fresh.state === 'approved' || (fresh.state === 'open' && goes)
        ? freeze(draft.id, fresh, hidden, now)
        : undefined,
    );
    return settled ?? draft;
  }

  function settleOnce(draft: StoredDocument<Draft>): Promise<StoredDocument<Draft>> {
    return once(frozen, draft.id, () => settle(draft));
  }

  /** The next edition is due: the one before, which nobody has approved, does not come any more. */
  async function endWait(subscription: Due, waitsFor: string): Promise<Due> {
    const lapsed = await once(lapsing, waitsFor, () =>
      changeDraft(parts, tenantId, waitsFor, (draft) => lapse(waitsFor, draft, 'next', clock.now())),
    );
    const draft = lapsed?.body;
    if (draft?.state !== 'sent') return subscription;
    // It was approved in time and is on its way: what it tells is told.
    const edition = editionOf(draft, withdrawn);
    return (await noteTold(parts, tenantId, subscription.id, edition)) ?? subscription;
  }

  async function judgeOne(arrived: Due): Promise<Due | Waits> {
    const { waitsFor } = arrived.body;
    const subscription = waitsFor === undefined ? arrived : await endWait(arrived, waitsFor);
    const { body } = subscription;
    const table = await drafts();
    let draft = table.of(body);
    if (!draft || draft.body.lapsed === 'notNeeded') {
      if (goes || body.personal) return subscription;
      const composed = await run.compose(body);
      if (!composed) return subscription;
      const triage = approval.calendar.isWorkingTime(clock.now())
        ? await triagePlaceOf(store, tenantId)
        : undefined;
      draft = await ensureDraft(parts, run, tenantId, body, composed, triage);
      table.note(draft);
    }
    const settled = await settleOnce(draft);
    if (settled.body.state === 'sent') give(subscription, settled);
    else if (settled.body.state === 'lapsed') given.set(body, undefined);
    else return { subscription, draft: settled };
    return subscription;
  }

  return {
    ...run,
    compose: async (body) => (given.has(body) ? given.get(body) : run.compose(body)),
    give,
    look: async (draft) => (await changeDraft(parts, tenantId, draft.id, () => undefined)) ?? draft,
    async judge(page) {
      const ready: Due[] = [];
      const waiting: Waits[] = [];
      // Those of channels first: a draft that is made now is there when personal ones look for it.
      for (const personal of [false, true])
        for (const one of page) {
          if ((one.body.personal !== undefined) !== personal) continue;
          const judged = await judgeOne(one);
          if ('draft' in judged) waiting.push(judged);
          else ready.push(judged);
        }
      return { ready, waiting };
    },
  };
}

/** What is known or under way by that id; what failed is tried again. */
function once<T>(known: Map<string, Promise<T>>, id: string, work: () => Promise<T>): Promise<T> {
  const found = known.get(id);
  if (found) return found;
  const started = work();
  started.catch(() => known.delete(id));
  known.set(id, started);
  return started;
}
