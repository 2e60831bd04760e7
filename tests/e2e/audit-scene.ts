import { leadersJob } from '../../src/audit/leaders-job.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import { wallClock } from '../../src/time/wall-clock.ts';
import { workingCalendar } from '../../src/time/working-calendar.ts';
import { englishWords } from '../../src/words/words.ts';
import type { Person } from '../teams/simulator/person.ts';
import type { Seat } from '../teams/simulator/seat.ts';
import { type InnovationTeam, innovationTeam } from './innovation-team.ts';
import type { MovingClock } from './moving-clock.ts';
import { type Started, startedService } from './started-service.ts';

const timeZone = 'Europe/London';

export interface AuditScene extends InnovationTeam {
  readonly ann: Person;
  readonly bob: Person;
  /** Owns IT. */
  readonly olga: Person;
  /** The channel in which the card for leaders comes, as one of them has it. */
  readonly leaders: Seat;
  /** Runs the monthly job now, on two replicas at once, and hands on what that causes. */
  readonly monthBegins: () => Promise<void>;
}

/** The service with Olga Sample as the owner of IT; nobody who has used it owns estates. Use `await using`. */
export async function startedAudit(clock: MovingClock): Promise<AuditScene & Started> {
  const olgas: Person[] = [];
  const started = await startedService({
    clock,
    settings(teams) {
      const olga = teams.person('Olga Sample');
      olgas.push(olga);
      return { INEWS_CONTROL_OWNERS: `it=${olga.objectId}, estates=somebody-unknown` };
    },
  });
  const [olga] = olgas;
  if (!olga) throw new Error('The settings are made before the service starts');
  return { ...started, ...(await auditScene(started, clock, olga)) };
}

async function auditScene(started: Started, clock: MovingClock, olga: Person): Promise<AuditScene> {
  const { teams, store } = started;
  const innovation = await innovationTeam(teams);
  const [ann, bob, lee] = [
    teams.person('Ann Sample'),
    teams.person('Bob Sample'),
    teams.person('Lee Sample'),
  ];
  const leadership = teams.team('Leadership').with(lee);
  await leadership.installs(lee);
  const readClock = wallClock(timeZone);
  const job = leadersJob({
    store,
    clock,
    telemetry: logTelemetry('silent'),
    tenants: [teams.tenantId],
    words: englishWords(timeZone),
    relay: () => undefined,
    calendar: workingCalendar(timeZone),
    localDate: (instant) => readClock(instant).date,
    mayDecideOwn: false,
    controlOwners: { it: olga.objectId },
  });
  const { signal } = new AbortController();
  return {
    ...innovation,
    ann,
    bob,
    olga,
    leaders: leadership.general.as(lee),
    async monthBegins() {
      await Promise.all([job.run(signal), job.run(signal)]);
      // An upgrade of the app changes nothing, but whatever waits at its place is handed on.
      await leadership.installs(lee);
    },
  };
}

interface Barrier {
  readonly title: string;
  readonly stops?: string;
  readonly hours?: string;
  readonly control?: string;
  readonly naming?: string;
}

export async function sharesBarrier(author: Person, barrier: Barrier) {
  const { title, stops, hours, control = 'IT', naming } = barrier;
  await author.says('idea');
  const form = (await (await author.chat.messageSaying('Two boxes')).card.press('Share an idea')).card;
  await form.press('Add more');
  await form.press('More about a barrier');
  form.fill({
    Title: title,
    'What would you change, and why?': `Sample text of ${title}.`,
    'What is it?': 'A barrier: a rule or system that stops good work',
    'For a barrier: what stops the work?': control,
    ...(stops && { 'For a barrier: what does it stop?': stops }),
    ...(hours && { 'For a barrier: about how many hours of work does it cost in a month?': hours }),
    ...(naming && { 'How should we name you?': naming }),
  });
  return (await form.press('Send')).card;
}
