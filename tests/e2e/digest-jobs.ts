import { draftEditions } from '../../src/digests/approval/draft-editions.ts';
import { digestsFeature } from '../../src/digests/bot.ts';
import type { DigestParts } from '../../src/digests/parts.ts';
import { planDueEditions } from '../../src/digests/plan-due.ts';
import type { Eventful } from '../../src/outbox/event.ts';
import { relayDocument } from '../../src/outbox/relay.ts';
import { createRinger } from '../../src/outbox/ringer.ts';
import { articles } from '../../src/reading/model.ts';
import type { Collection } from '../../src/store/collection.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import type { Clock } from '../../src/time/clock.ts';
import { wallClock } from '../../src/time/wall-clock.ts';
import { workingCalendar } from '../../src/time/working-calendar.ts';
import { englishWords } from '../../src/words/words.ts';
import { sampleArticle } from '../digests/sample-reading.ts';
import type { Started } from './started-service.ts';

const timeZone = 'Europe/London';

export interface DigestJobs {
  /** Drafts what is due and reminds of what nobody has approved, on two replicas at once. */
  drafts(): Promise<void>;
  /** Sends what is due, on two replicas at once. */
  plan(): Promise<void>;
}

/** The digests' jobs as another replica of the service runs them; what they cause is relayed before they resolve. */
export function digestJobs({ store, teams }: Started, clock: Clock, unapproved: 'go' | 'wait'): DigestJobs {
  const readClock = wallClock(timeZone);
  const telemetry = logTelemetry(process.env.LOG_LEVEL ?? 'silent');
  const ringer = createRinger(store, telemetry);
  const written: (readonly [Collection<Eventful>, string, string])[] = [];
  const parts: DigestParts = {
    store,
    clock,
    telemetry,
    words: englishWords(timeZone),
    tenants: [teams.tenantId],
    timeZone,
    services: [],
    relay: (collection, partition, id) => written.push([collection, partition, id]),
    approval: {
      unapproved,
      calendar: workingCalendar(timeZone),
      localDate: (instant) => readClock(instant).date,
      mayApproveOwn: false,
    },
  };
  const { listeners = [] } = digestsFeature(parts);
  const relaying = {
    store,
    clock,
    listeners,
    planned: () => undefined,
    heard: (b: readonly string[]) => ringer.ring(b),
  };
  const run = async (job: 'plan' | 'drafts') => {
    const { approval } = parts;
    if (!approval) return;
    const { signal } = new AbortController();
    const made = () => (job === 'plan' ? planDueEditions(parts) : draftEditions({ ...parts, approval }));
    await Promise.all([made().run(signal), made().run(signal)]);
    for (const document of written.splice(0)) await relayDocument(relaying, ...document);
  };
  return { drafts: () => run('drafts'), plan: () => run('plan') };
}

/** Puts articles into the store, as a feed would: the first named is the newest. */
export async function articlesCome(
  { store, teams }: Started,
  at: string,
  ...names: readonly string[]
): Promise<void> {
  const known = names.map((name, index) =>
    sampleArticle(name, new Date(Date.parse(at) - index * 60_000).toISOString()),
  );
  await store.createMany(articles, teams.tenantId, known);
}
