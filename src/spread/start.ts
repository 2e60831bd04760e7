import type { By } from '../people/by.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';
import { begin } from './life.ts';
import { fingerprint, type KnownReplication, replicationId, replications, type Source } from './model.ts';

// A service that tries one thing more often than this has other worries.
const mostRuns = 50;

interface Wish {
  readonly source: Source;
  readonly service: string;
  readonly by: By;
  readonly lead: By;
  readonly startsOn: string;
  readonly formId: string;
}

/** `running` when the service tries it already: then nothing was started. */
export type StartOutcome = { readonly kind: 'started' | 'running'; readonly known: KnownReplication };

/**
 * Starts a replication, once for each form, and only where the service does not try the same already: of two who press
 * at once one starts it and the other finds it. Throws when one service has tried one thing fifty times.
 */
export async function startReplication(
  store: DocumentStore,
  tenantId: string,
  { formId, ...wish }: Wish,
  now: Date,
): Promise<StartOutcome> {
  const form = fingerprint(formId);
  for (let n = 0; n < mostRuns; n++) {
    const id = replicationId(wish.source, wish.service, n);
    const found = (await store.get(replications, tenantId, id)) ?? (await create(id));
    if (found.body.form === form) return { kind: 'started', known: found };
    if (found.body.state === 'running') return { kind: 'running', known: found };
  }
  throw new Error(`A service has tried ${wish.source.kind} ${wish.source.id} ${mostRuns} times`);

  async function create(id: string): Promise<KnownReplication> {
    try {
      return await store.create(replications, tenantId, { id, body: begin(id, { ...wish, form }, now) });
    } catch (error) {
      const theirs =
        error instanceof DocumentExists ? await store.get(replications, tenantId, id) : undefined;
      if (!theirs) throw error;
      return theirs;
    }
  }
}
