import { expect, test } from '@jest/globals';
import { changeListeners, followChanges } from '../../../src/ideas/evidence/changed.ts';
import type { SearchThread } from '../../../src/ideas/evidence/search-thread.ts';
import { type Submission, submissions } from '../../../src/ideas/model.ts';
import { manualClock } from '../../store/manual-clock.ts';
import { memoryStore } from '../../store/memory-store.ts';
import { sampleSubmission } from '../sample-submission.ts';

const tenant = 'sample-tenant';

/** A replica's search as far as changes reach it. */
function replica() {
  const heard: string[] = [];
  const nothing = async () => [];
  const search: SearchThread = {
    revive: () => false,
    add: () => {},
    find: nothing,
    findAll: nothing,
    stop: async () => {},
    change: (shelf, { id, text }) => heard.push(`${shelf} ${id}: ${text.split('\n')[0]}`),
    remove: (shelf, id) => heard.push(`${shelf} without ${id}`),
  };
  return { heard, search };
}

async function changed(body: Submission, event: string) {
  const clock = manualClock();
  const store = memoryStore(clock);
  await store.create(submissions, tenant, { id: body.reference, body });
  const since = clock.now().toISOString();
  clock.advance(5_000);
  const listener = changeListeners(store, clock).find((one) => one.event === event);
  if (!listener) throw new Error(`Nothing listens to ${event}`);
  const raised = { id: 'e', type: event, at: since, data: { entry: '1' } };
  const where = { collection: 'submissions', partition: tenant, documentId: body.reference };
  // Relayed twice, as after a crash.
  for (let times = 0; times < 2; times++)
    for await (const planned of listener.plan({ ...raised, ...where }, store)) expect(planned).toEqual([]);
  return { store, since, clock };
}

test.each([
  [
    'an edited idea is found by its new words',
    { title: 'Sample idea: new words' },
    'idea.edited',
    'K7Q2MX: Sample idea: new words',
  ],
  ['a withdrawn one is not found any more', { state: 'withdrawn' }, 'idea.withdrawn', 'without K7Q2MX'],
  ['nor is a declined one', { state: 'declined' }, 'idea.decided', 'without K7Q2MX'],
  ['nor one that is for the team only by now', { naming: 'teamOnly' }, 'idea.edited', 'without K7Q2MX'],
  ['one that is asked for again is back', {}, 'idea.askedAgain', 'K7Q2MX: Sample idea: one form'],
] as const)('%s, on every replica', async (_, given, event, expected) => {
  const { store, since, clock } = await changed(sampleSubmission(given), event);
  for (const { heard, search } of [replica(), replica()]) {
    await followChanges(store, search, tenant, since);
    expect(heard).toEqual([`sample-tenant/ideas ${expected}`]);
  }
  const later = replica();
  clock.advance(60_000);
  await followChanges(store, later.search, tenant, clock.now().toISOString());
  expect(later.heard).toEqual([]);
  await store.close();
});
