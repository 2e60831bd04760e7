import { readConfig } from '../../src/config.ts';
import { defaultEvidence } from '../../src/ideas/evidence/evidence.ts';
import type { MailSeams } from '../../src/mail/settings.ts';
import type { Stores } from '../../src/open-store.ts';
import { type RunningService, startService } from '../../src/service.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import type { Telemetry } from '../../src/telemetry/telemetry.ts';
import { type Clock, systemClock } from '../../src/time/clock.ts';
import { startTeams, type Teams } from '../teams/simulator/teams.ts';
import { aStore } from './a-store.ts';

interface Wishes {
  readonly settings?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  readonly telemetry?: Telemetry;
  readonly mailSeams?: MailSeams;
  /** How often new ideas are read into the search. Without it at the start alone, so that no idea of a test is like another. */
  readonly ideasEverySeconds?: number;
  /** How often articles and case studies are read into the search. */
  readonly readingEverySeconds?: number;
  /** Another program for the search thread, such as one that ends at the first question. */
  readonly searchProgram?: URL;
  /** Wraps the store, to make it slow or fail. */
  readonly store?: (inner: DocumentStore) => DocumentStore;
  /** Wraps the store as turns see it, inside of which a person waits, and as everything else does. */
  readonly stores?: (store: DocumentStore) => Stores;
}

export interface Started extends AsyncDisposable {
  readonly teams: Teams;
  readonly store: DocumentStore;
  readonly service: RunningService;
}

/** The whole service over a store of its own, with a Teams of its own. Use `await using`. */
export async function startedService({
  settings = {},
  clock = systemClock,
  telemetry,
  mailSeams,
  ideasEverySeconds = 3600,
  readingEverySeconds = defaultEvidence.readingEverySeconds,
  searchProgram,
  store: wrap,
  stores = (both) => ({ invoke: both, worker: both }),
}: Wishes = {}): Promise<Started> {
  const teams = await startTeams();
  const config = readConfig({
    INEWS_ENV: 'development',
    PORT: '0',
    INEWS_TENANTS: teams.tenantId,
    INEWS_CONTACT: 'innovation@example.org',
    ...settings,
  });
  const log = telemetry ?? logTelemetry(process.env.LOG_LEVEL ?? 'silent');
  const { store: inner, drop } = await aStore({ clock, telemetry: log });
  const store = wrap ? wrap(inner) : inner;
  const service = await startService(
    { ...config, port: 0 },
    {
      stores: stores(store),
      clock,
      telemetry: log,
      evidenceSettings: {
        ...defaultEvidence,
        ideasEverySeconds,
        readingEverySeconds,
        ...(searchProgram && { searchProgram }),
      },
      ...(mailSeams && { mailSeams }),
    },
  );
  teams.connect(`http://127.0.0.1:${service.port}/api/messages`);
  return {
    teams,
    store,
    service,
    async [Symbol.asyncDispose]() {
      await service.stop();
      await drop();
      await teams[Symbol.asyncDispose]();
    },
  };
}
