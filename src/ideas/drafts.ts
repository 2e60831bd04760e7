import type { Actor } from '../bot/turn.ts';
import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
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

interface DraftParts {
  /** Reads while a person waits. */
  readonly invoke: DocumentStore;
  /** Writes beside the turns. */
  readonly worker: DocumentStore;
  readonly telemetry: Telemetry;
}

export function draftsOf({ invoke, worker, telemetry }: DraftParts): Drafts {
  const underWay = new Map<string, Promise<void>>();

  /** One after the other for each person: what is sent right after it was kept must not be kept at last. */
  function later({ tenantId, personId }: Actor, write: () => Promise<void>): void {
    const key = `${tenantId}:${personId}`;
    const work = (underWay.get(key) ?? Promise.resolve())
      .then(write)
      .catch((error: unknown) => telemetry.error('draft.failed', error))
      .finally(() => {
        if (underWay.get(key) === work) underWay.delete(key);
      });
    underWay.set(key, work);
  }

  return {
    async of({ tenantId, personId }) {
      try {
        await underWay.get(`${tenantId}:${personId}`);
        const draft = (await invoke.get(drafts, tenantId, personId))?.body;
        return draft && !(await wasSent(invoke, tenantId, draft.formId)) ? draft : undefined;
      } catch (error) {
        telemetry.error('draft.failed', error);
        return undefined;
      }
    },
    keep(actor, draft) {
      const { tenantId, personId: id } = actor;
      later(actor, async () => {
        const [created] = await worker.createMany(drafts, tenantId, [{ id, body: draft }]);
        if (!created) await changeDocument(worker, drafts, tenantId, id, () => draft);
      });
    },
    drop: (actor) => later(actor, () => worker.remove(drafts, actor.tenantId, actor.personId)),
    async finished() {
      await Promise.all(underWay.values());
    },
  };
}
