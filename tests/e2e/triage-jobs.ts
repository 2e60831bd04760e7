import { dueDatesBy } from '../../src/ideas/due-dates.ts';
import { nothingAlike } from '../../src/ideas/evidence/alike.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import type { Clock } from '../../src/time/clock.ts';
import { wallClock } from '../../src/time/wall-clock.ts';
import { workingCalendar } from '../../src/time/working-calendar.ts';
import { clockJob } from '../../src/triage/clock-job.ts';
import { datesJob } from '../../src/triage/dates-job.ts';
import { mergeJob } from '../../src/triage/merge-job.ts';
import type { TriageParts } from '../../src/triage/work-on.ts';
import { englishWords } from '../../src/words/words.ts';
import type { Card } from '../teams/simulator/card.ts';
import type { Message } from '../teams/simulator/message.ts';
import type { Started } from './started-service.ts';

const timeZone = 'Europe/London';

const jobs = { clock: clockJob, dates: datesJob, merges: mergeJob };

/** Runs one of the triage side's jobs now. What it causes is relayed by whatever is done next to the submission. */
export async function runTriageJob(
  { store, teams }: Pick<Started, 'store' | 'teams'>,
  clock: Clock,
  job: keyof typeof jobs,
): Promise<void> {
  const calendar = workingCalendar(timeZone);
  const readClock = wallClock(timeZone);
  const parts: TriageParts = {
    store,
    clock,
    calendar,
    telemetry: logTelemetry('silent'),
    words: englishWords(timeZone),
    relay: () => undefined,
    tenants: [teams.tenantId],
    services: [],
    criteria: [],
    lostReplicationLeads: async () => [],
    spreadFigures: async () => ({ started: 0, finished: 0, works: 0, pounds: 0 }),
    mayDecideOwn: false,
    findTriager: async () => undefined,
    findAlike: async () => nothingAlike,
    challengesToChoose: async () => [],
    innovationTeam: [],
    roster: { members: async () => [] },
    dueDates: dueDatesBy(calendar, { acknowledge: 2, decide: 10 }),
    localDate: (instant) => readClock(instant).date,
  };
  await jobs[job](parts).run(new AbortController().signal);
}

/** Presses a button that stands behind *More*. */
export async function pressMore({ card }: Pick<Message, 'card'>, button: string): Promise<Card> {
  await card.press('More');
  return (await card.press(button)).card;
}

/** Leaves a note on a card, which hands on what waits. */
export async function notes(message: Pick<Message, 'card'>, note: string): Promise<string> {
  const form = await pressMore(message, 'Add a note');
  return (await form.fill({ Note: note }).press('Save')).text();
}
