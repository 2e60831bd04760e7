import { expect, test } from '@jest/globals';
import { askUpdates } from '../../src/ideas/ask-updates.ts';
import { submissions } from '../../src/ideas/model.ts';
import { wallClock } from '../../src/time/wall-clock.ts';
import { workingCalendar } from '../../src/time/working-calendar.ts';
import { englishWords } from '../../src/words/words.ts';
import { manualClock } from '../store/manual-clock.ts';
import { memoryStore } from '../store/memory-store.ts';
import { recordedTelemetry } from '../store/recorded-telemetry.ts';
import { sampleProject } from './sample-project.ts';

const timeZone = 'Europe/London';
const tenantId = 'sample-tenant';
const hour = 3_600_000;

test('a lead is asked once, in the first working hour after a milestone that falls on a Saturday', async () => {
  const clock = manualClock('2027-02-26T17:00:00Z');
  const store = memoryStore(clock);
  const lead = { personId: 'ann', name: 'Ann Sample' };
  const body = sampleProject({
    state: 'published',
    project: {
      lead,
      stage: 'pilot',
      milestone: { text: 'Sample milestone', on: '2027-02-27' },
      askOn: '2027-02-27',
    },
  });
  await store.create(submissions, tenantId, { id: body.reference, body });
  const readClock = wallClock(timeZone);
  const relayed: string[] = [];
  const job = askUpdates({
    store,
    clock,
    telemetry: recordedTelemetry(),
    words: englishWords(timeZone),
    relay: (_collection, _partition, id) => relayed.push(id),
    tenants: [tenantId],
    services: [],
    calendar: workingCalendar(timeZone),
    localDate: (instant) => readClock(instant).date,
  });
  const askedAt: string[] = [];
  for (let passed = 0; passed < 96; passed++) {
    await job.run(new AbortController().signal);
    const history = (await store.get(submissions, tenantId, body.reference))?.body.history ?? [];
    if (history.filter(({ what }) => what === 'updateAsked').length > askedAt.length)
      askedAt.push(clock.now().toISOString());
    clock.advance(hour);
  }
  expect(askedAt).toEqual(['2027-03-01T08:00:00.000Z']);
  expect(relayed).toEqual([body.reference]);
});
