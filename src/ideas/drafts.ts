import type { Actor } from '../bot/turn.ts';
import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import { type Draft, drafts } from './draft-model.ts';
import { wasSent } from './submit.ts';

/** The forms that people left unfinished. Nobody waits for one to be kept, and a fault in it stops nothing. */
export interface Drafts {
  /** The form that a person left; undefined when there is none, when it was sent after all, or when nobody can tell. */
  of(actor: Actor): Promise<Draft | undefined>;
  keep(actor: Actor, draft: Draft): void;
  drop(actor: Actor): void;
  /** Resolves when everything is written. */
  finished(): Promise<void>;
}

/** So long it is known that a person left nothing: another replica may keep a form meanwhile. */
const noneKnownMs = 60_000;
const mostRemembered = 5_000;

interface DraftParts {
  /** Reads while a person waits. */
  readonly invoke: DocumentStore;
  /** Writes beside the turns. */
  readonly worker: DocumentStore;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

export function draftsOf({ invoke, worker, clock, telemetry }: DraftParts): Drafts {
  const underWay = new Map<string, Promise<void>>();
  /** Until when it is known of a person. */
  const none = new Map<string, number>();
  const keyOf = ({ tenantId, personId }: Actor) => `${tenantId}:${personId}`;

  function noteNone(actor: Actor): void {
    if (none.size >= mostRemembered) none.clear();
    none.set(keyOf(actor), clock.now().getTime() + noneKnownMs);
  }

  async function read({ tenantId, personId }: Actor): Promise<Draft | undefined> {
    const draft = (await invoke.get(drafts, tenantId, personId))?.body;
    return draft && !(await wasSent(invoke, tenantId, draft.formId)) ? draft : undefined;
  }

  /** One after the other for each person: what is sent right after it was kept must not be kept at last. */
  function later(actor: Actor, write: () => Promise<void>): void {
    const key = keyOf(actor);
    const work = (underWay.get(key) ?? Promise.resolve())
      .then(write)
      .catch((error: unknown) => telemetry.error('draft.failed', error))
      .finally(() => {
        if (underWay.get(key) === work) underWay.delete(key);
      });
    underWay.set(key, work);
  }

  return {
    async of(actor) {
      if (clock.now().getTime() < (none.get(keyOf(actor)) ?? 0)) return undefined;
      try {
        await underWay.get(keyOf(actor));
        const draft = await read(actor);
        if (!draft) noteNone(actor);
        return draft;
      } catch (error) {
        telemetry.error('draft.failed', error);
        return undefined;
      }
    },
    keep(actor, draft) {
      const { tenantId, personId: id } = actor;
      none.delete(keyOf(actor));
      later(actor, async () => {
        const [created] = await worker.createMany(drafts, tenantId, [{ id, body: draft }]);
        if (!created) await changeDocument(worker, drafts, tenantId, id, () => draft);
      });
    },
    drop(actor) {
      const { tenantId, personId } = actor;
      later(actor, async () => {
        // Most people left nothing, and to look costs less than to write.
        if (await worker.get(drafts, tenantId, personId)) await worker.remove(drafts, tenantId, personId);
      });
    },
    async finished() {
      await Promise.all(underWay.values());
    },
  };
}
