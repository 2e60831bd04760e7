import { allCases } from '../../reading/cases.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { Clock } from '../../time/clock.ts';
import { pause } from '../../time/pause.ts';
import type { FindAlike } from './alike.ts';
import { followChanges } from './changed.ts';
import { fillArticles, fillIdeas } from './fill-search.ts';
import { findAlike } from './find-alike.ts';
import { type FindIdeas, findIdeas } from './find-ideas.ts';
import { type MatchedCase, matchedCase } from './matching-cases.ts';
import { searchThread } from './search-thread.ts';

export interface EvidenceSettings {
  /** How often new submissions are read: by then every replica finds them. Each time is one store request. */
  readonly ideasEverySeconds: number;
  /** The same for articles and case studies. */
  readonly readingEverySeconds: number;
  /** How long a person waits for what is alike at the most. */
  readonly withinMs: number;
  /** The program of the search thread, where it is not the usual one. */
  readonly searchProgram?: URL;
}

export const defaultEvidence: EvidenceSettings = {
  ideasEverySeconds: 12,
  readingEverySeconds: 300,
  withinMs: 500,
};

interface EvidenceParts {
  /** Reads while a person waits. */
  readonly invoke: DocumentStore;
  /** Reads beside the turns. */
  readonly worker: DocumentStore;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly tenants: readonly string[];
  readonly settings: EvidenceSettings;
}

export interface Evidence {
  readonly findAlike: FindAlike;
  readonly findIdeas: FindIdeas;
  /**
   * Reads into memory what can be found, all of it first and then what comes; on every replica, so it is no job.
   * Resolves once `signal` has aborted and the search thread has ended.
   */
  run(signal: AbortSignal): Promise<void>;
}

// What is being written now carries the instant at which its turn began.
const overlapMs = 5_000;
// Clocks of replicas may differ by more: who is so late is found a little later.
const longOverlapMs = 60_000;

/** What was shared, written and tried before, found by what an idea says. */
export function evidence(parts: EvidenceParts): Evidence {
  const { worker, clock, telemetry, settings } = parts;
  const search = searchThread(telemetry, settings.withinMs / 2, settings.searchProgram);
  const casesOf = new Map<string, readonly MatchedCase[]>();
  const readUpTo = new Map<string, string>();

  /** Reads what has come since the last time that this succeeded. */
  async function readOn(
    what: string,
    overlap: number,
    read: (since: string | undefined) => Promise<void>,
  ): Promise<void> {
    const upTo = new Date(clock.now().getTime() - overlap).toISOString();
    await read(readUpTo.get(what));
    readUpTo.set(what, upTo);
  }

  async function readReading(tenant: string): Promise<void> {
    const studies = await allCases(worker, tenant);
    casesOf.set(
      tenant,
      studies.map(({ id, body }) => matchedCase(id, body)),
    );
    await readOn(`${tenant}/articles`, longOverlapMs, (since) => fillArticles(worker, search, tenant, since));
    await readOn(`${tenant}/lateIdeas`, longOverlapMs, async (since) => {
      if (since) await fillIdeas(worker, search, tenant, since);
    });
  }

  return {
    findAlike: findAlike({
      store: parts.invoke,
      telemetry,
      search,
      casesOf: (tenant) => casesOf.get(tenant) ?? [],
      withinMs: settings.withinMs,
    }),
    findIdeas: findIdeas(parts.invoke, search),
    async run(signal) {
      let readingDueAt = 0;
      while (!signal.aborted) {
        const startedAt = performance.now();
        const isEmpty = search.revive();
        if (isEmpty) readUpTo.clear();
        try {
          if (isEmpty || performance.now() >= readingDueAt) {
            readingDueAt = performance.now() + settings.readingEverySeconds * 1000;
            for (const tenant of parts.tenants) await readReading(tenant);
          }
          for (const tenant of parts.tenants) {
            // Nothing is behind before the first reading; what changes while that goes on is followed next time.
            await readOn(`${tenant}/changes`, longOverlapMs, async (since) => {
              if (since) await followChanges(worker, search, tenant, since);
            });
            await readOn(`${tenant}/ideas`, overlapMs, (since) => fillIdeas(worker, search, tenant, since));
          }
          telemetry.record('search.read.ms', performance.now() - startedAt);
        } catch (error) {
          telemetry.error('evidence.readFailed', error);
        }
        await pause(settings.ideasEverySeconds * 1000, signal);
      }
      await search.stop();
    },
  };
}
