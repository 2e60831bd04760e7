import { allFeatures } from './all-features.ts';
import type { Roster, TeamMembers } from './bot/roster.ts';
import type { TeamDirectory } from './bot/team-directory.ts';
import type { Turn } from './bot/turn.ts';
import { eventful } from './collections.ts';
import type { Config } from './config.ts';
import { gatheredCounts } from './digests/counts/gathered-counts.ts';
import { draftsOf } from './ideas/drafts.ts';
import { dueDatesBy } from './ideas/due-dates.ts';
import { defaultEvidence, type EvidenceSettings, evidence } from './ideas/evidence/evidence.ts';
import type { MailSeams } from './mail/settings.ts';
import { openMailbox } from './open-mailbox.ts';
import type { Stores } from './open-store.ts';
import { noMail, senderOfBoth } from './outbox/by-mail.ts';
import { defaultOutbox, type OutboxSettings } from './outbox/outbox-settings.ts';
import { defaultPace } from './outbox/pace-settings.ts';
import { type Outbox, startOutbox } from './outbox/start-outbox.ts';
import { addressBook } from './people/address-book.ts';
import { authority } from './people/authority.ts';
import { contactBook } from './people/contact-book.ts';
import { recentContacts } from './people/recent-contacts.ts';
import { seedContent } from './reading/seed-content.ts';
import { openTeams, type Teams } from './teams/open-teams.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import type { Clock } from './time/clock.ts';
import { runJobs } from './time/job-runner.ts';
import { systemMonotonic } from './time/monotonic.ts';
import { wallClock } from './time/wall-clock.ts';
import { workingCalendar } from './time/working-calendar.ts';
import { answerUnknown } from './welcome/bot.ts';
import { englishWords } from './words/words.ts';

/** What the service stands on and does not make itself. It closes the store when it stops. */
export interface ServiceParts {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly outboxSettings?: OutboxSettings;
  readonly mailSeams?: MailSeams;
  readonly evidenceSettings?: EvidenceSettings;
  /** Milliseconds after which somebody who pressed a button is told that it takes longer. */
  readonly answerWithinMs?: number;
  /** How much of its longest first wait a job waits, 0 to 1; by chance when absent, so that a start is not a storm. */
  readonly firstWait?: () => number;
}

export interface RunningService {
  readonly port: number;
  /** Resolves when everything that came is answered; what it causes elsewhere may still be under way. */
  answered(): Promise<void>;
  /** Takes nothing new, finishes what is under way, hands its work over and closes the store. */
  stop(): Promise<void>;
}

/** Builds the service and starts it: features on the store, the bot on the features, the server, the workers. */
export async function startService(config: Config, parts: ServiceParts): Promise<RunningService> {
  const { stores, clock, telemetry } = parts;
  const { tenants } = config;
  const words = englishWords(config.timeZone);
  const calendar = workingCalendar(config.timeZone);
  const readClock = wallClock(config.timeZone);
  const localDate = (instant: Date) => readClock(instant).date;
  const dueDates = dueDatesBy(calendar, {
    acknowledge: config.acknowledgeWithin,
    decide: config.decideWithin,
  });

  // Features raise events before the outbox that relays them exists; it is started before the first turn.
  let outbox: Outbox | undefined;
  const started = (): Outbox => {
    if (!outbox) throw new Error('The outbox is not started yet');
    return outbox;
  };
  // As do the features that ask Teams who is in a team.
  let teams: Teams | undefined;
  const opened = (): Teams => {
    if (!teams) throw new Error('Teams is not opened yet');
    return teams;
  };
  const roster: Pick<Roster, 'members'> = { members: (team) => opened().roster.members(team) };
  const members: TeamMembers = { find: (...asked) => opened().members.find(...asked) };
  const directory: TeamDirectory = { namesOf: (team) => opened().directory.namesOf(team) };
  const relay: Outbox['relay'] = (...written) => started().relay(...written);

  const isInnovationTeam = (turn: Turn): Promise<boolean> =>
    opened()
      .authority.holds(turn, 'innovationTeam')
      .catch(() => false);
  const decidesOn = async (turn: Turn, service: string | undefined): Promise<boolean> => {
    if (!(await isInnovationTeam(turn))) return false;
    const reach = await opened().authority.reach(turn);
    return reach === undefined || (service !== undefined && reach.includes(service));
  };

  const recent = recentContacts(clock);
  const alike = evidence({
    ...parts,
    ...stores,
    tenants,
    settings: parts.evidenceSettings ?? defaultEvidence,
  });

  const drafts = draftsOf({ ...parts, ...stores });
  const counts = gatheredCounts({ ...parts, store: stores.worker });

  const featuresOn = allFeatures({
    clock,
    telemetry,
    config,
    words,
    calendar,
    localDate,
    dueDates,
    relay,
    roster,
    members,
    directory,
    isInnovationTeam,
    decidesOn,
    alike,
    drafts,
    counts,
  });
  // What a person waits for stands on the store that gives up in time; all else on the one that has patience.
  const inTurns = featuresOn(stores.invoke);
  const offTurns = featuresOn(stores.worker);

  teams = openTeams(config, {
    clock,
    telemetry,
    words,
    features: inTurns,
    fallback: answerUnknown,
    authority: (roster) => authority({ store: stores.invoke, roster, ...config }),
    contacts: contactBook({
      store: stores.worker,
      clock,
      recent,
      outbox: { relay, wake: (receiver) => started().wake(receiver) },
    }),
    checkReady: () => stores.invoke.ping(),
    answerWithinMs: parts.answerWithinMs,
  });

  for (const tenant of tenants) await seedContent(stores.worker, tenant, clock);

  const mail = await openMailbox(config, parts, {
    words,
    relay,
    wake: (receiver) => started().wake(receiver),
  });

  const running = startOutbox({
    store: stores.worker,
    clock,
    monotonic: systemMonotonic,
    random: Math.random,
    telemetry,
    sender: senderOfBoth(opened().sender, mail?.send ?? noMail),
    addressBook: addressBook(stores.worker, clock, recent),
    listeners: offTurns.flatMap(({ listeners = [] }) => listeners),
    deliveryCards: offTurns.flatMap(({ deliveryCards = [] }) => deliveryCards),
    eventSources: eventful.map((collection) => ({ collection, partitions: tenants })),
    replicaId: config.replicaId,
    settings: parts.outboxSettings ?? { ...defaultOutbox, pace: { ...defaultPace, ...config.pace } },
  });
  outbox = running;

  const server = await opened().listen();
  const stopping = new AbortController();
  const jobs = runJobs({
    jobs: [
      running.sweep,
      ...(mail ? [mail.readMailbox] : []),
      ...offTurns.flatMap(({ jobs: own = [] }) => own),
    ],
    holdsBucketOf: running.holdsBucketOf,
    telemetry,
    monotonic: systemMonotonic,
    random: parts.firstWait ?? Math.random,
    signal: stopping.signal,
  });
  const reading = alike.run(stopping.signal);
  telemetry.info('service.started', { port: server.port, development: config.development });

  return {
    port: server.port,
    answered: () => server.answered(),
    async stop() {
      stopping.abort();
      await server.stop();
      await Promise.all([jobs, reading, drafts.finished(), counts.finished()]);
      await running.stop();
      await stores.worker.close();
      telemetry.info('service.stopped');
    },
  };
}
