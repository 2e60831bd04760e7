import { readConfig } from '../../src/config.ts';
import type { MailSeams } from '../../src/mail/settings.ts';
import type { Stores } from '../../src/open-store.ts';
import { defaultDispatch } from '../../src/outbox/dispatch-settings.ts';
import { defaultLeases } from '../../src/outbox/lease-settings.ts';
import { defaultOutbox, type OutboxSettings } from '../../src/outbox/outbox-settings.ts';
import { defaultPace } from '../../src/outbox/pace-settings.ts';
import { type RunningService, startService } from '../../src/service.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import type { Telemetry } from '../../src/telemetry/telemetry.ts';
import type { Clock } from '../../src/time/clock.ts';
import type { Person } from '../teams/simulator/person.ts';
import { startTeams, type Teams } from '../teams/simulator/teams.ts';
import { aStore } from './a-store.ts';
import { movingClock, usualNow } from './moving-clock.ts';
import { readingRounds } from './reading-rounds.ts';
import { settled } from './settled.ts';

type Settings = Readonly<Record<string, string>>;

interface Wishes {
  /** Settings; of people's ids made of the Teams that they are in. */
  readonly settings?: Settings | ((teams: Teams) => Settings);
  /** From `usualNow` on when absent: no test depends on when it is run. */
  readonly clock?: Clock;
  readonly telemetry?: Telemetry;
  readonly mailSeams?: MailSeams;
  /** New ideas, articles and case studies are read into the search on and on. Without it at the start alone, so that no idea of a test is like another. */
  readonly searches?: boolean;
  /** The jobs run at once and then on their period. Without it none runs by itself while a test takes its usual time. */
  readonly jobsAtOnce?: boolean;
  /** Milliseconds after which a person is told that it takes longer. Without it nobody is, however slow the machine. */
  readonly answerWithinMs?: number;
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
  /** Resolves once nothing is left to relay or to send, to a person or to all: what has not arrived by then does not come. */
  settled(to?: Person): Promise<void>;
  /** Resolves once the search has read all that is stored now. Wants `searches`. */
  searchHasRead(): Promise<void>;
}

/** What other replicas plan, and what is due by a clock that was put forward, is seen soon. */
const quickOutbox: OutboxSettings = {
  ...defaultOutbox,
  leases: { ...defaultLeases, doorbellMs: 200, doorbellAloneMs: 200 },
  dispatch: { ...defaultDispatch, shortestPollMs: 500, longestPollMs: 5_000 },
};

const longWaitMs = 50_000;

/** The whole service over a store of its own, with a Teams of its own. Use `await using`. */
export async function startedService({
  settings = {},
  clock = movingClock(usualNow),
  telemetry,
  mailSeams,
  searches = false,
  jobsAtOnce = false,
  answerWithinMs = longWaitMs,
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
    ...(typeof settings === 'function' ? settings(teams) : settings),
  });
  const rounds = readingRounds(telemetry ?? logTelemetry(process.env.LOG_LEVEL ?? 'silent'));
  const log = rounds.telemetry;
  const { store: inner, drop } = await aStore({ clock, telemetry: log });
  const store = wrap ? wrap(inner) : inner;
  const service = await startService(
    { ...config, port: 0 },
    {
      stores: stores(store),
      clock,
      telemetry: log,
      evidenceSettings: {
        ideasEverySeconds: searches ? 0.3 : 3600,
        readingEverySeconds: searches ? 0.3 : 3600,
        withinMs: longWaitMs,
        ...(searchProgram && { searchProgram }),
      },
      outboxSettings: { ...quickOutbox, pace: { ...defaultPace, ...config.pace } },
      answerWithinMs,
      // A little later than the start, when the leases are held.
      firstWait: () => (jobsAtOnce ? 0.01 : 1),
      ...(mailSeams && { mailSeams }),
    },
  );
  teams.connect(`http://127.0.0.1:${service.port}`, () => service.answered());
  return {
    teams,
    store,
    service,
    settled: (to) => settled({ store: inner, tenantId: teams.tenantId, clock, personId: to?.objectId }),
    searchHasRead: () => rounds.another(),
    async [Symbol.asyncDispose]() {
      await service.stop();
      await drop();
      await teams[Symbol.asyncDispose]();
    },
  };
}
