import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { Job } from '../time/job.ts';
import type { Collection } from './collection.ts';
import type { DocumentStore, Query, StoredDocument, UnreadableDocument } from './document-store.ts';
import { everyDocument } from './every-document.ts';

/** The same thing done to each document that is due. */
export interface DocumentWork<B extends object, F extends string> {
  readonly name: string;
  readonly everySeconds: number;
  readonly collection: Collection<B, F>;
  /** What is due now, by one query or by several. */
  due(now: Date): readonly Pick<Query<F>, 'where' | 'orderBy'>[];
  /** Absent: at any hour. Asked before each document. */
  readonly mayRun?: (now: Date) => boolean;
  /** Done once or twice it must come to the same: a crash may leave it half done, and it is due again. */
  act(tenantId: string, document: StoredDocument<B>, now: Date): Promise<unknown>;
}

export interface DocumentJobParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** Each is a partition of the collection. */
  readonly tenants: readonly string[];
}

const pageSize = 100;

/** The work as a job. A document that fails, or cannot be read, is logged, stops no other and is tried again. */
export function documentJob<B extends object, F extends string>(
  { store, clock, telemetry, tenants }: DocumentJobParts,
  { name, everySeconds, collection, due, mayRun = () => true, act }: DocumentWork<B, F>,
): Job {
  const failed = (error: unknown, tenant: string, document?: string) =>
    telemetry.error('job.documentFailed', error, { job: name, tenant, document });

  async function* found(tenant: string) {
    const onUnreadable = (fault: UnreadableDocument) => failed(fault, tenant);
    for (const query of due(clock.now()))
      yield* everyDocument(store, collection, tenant, { ...query, limit: pageSize, onUnreadable });
  }

  return {
    name,
    everySeconds,
    async run(signal) {
      if (!mayRun(clock.now())) return;
      for (const tenant of tenants) {
        for await (const document of found(tenant)) {
          const now = clock.now();
          if (signal.aborted || !mayRun(now)) return;
          try {
            await act(tenant, document, now);
          } catch (error) {
            failed(error, tenant, document.id);
          }
        }
      }
    },
  };
}
