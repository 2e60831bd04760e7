import { z } from 'zod';
import type { Listener } from '../../outbox/listener.ts';
import { defineCollection } from '../../store/collection.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { everyPage } from '../../store/every-document.ts';
import type { Clock } from '../../time/clock.ts';
import { daysAfter } from '../../time/days.ts';
import type { HistoryEntry } from '../history.ts';
import { submissions } from '../model.ts';
import { stepEvent } from '../steps.ts';
import { mayBeShown } from './alike.ts';
import type { SearchThread } from './search-thread.ts';
import { textOf } from './text-of.ts';

const keptForDays = 1;
const pageSize = 250;

/** Notes which submission can be found by other words, or not any more, for every replica to read. */
export const searchChanges = defineCollection({
  name: 'search-changes',
  schemaVersion: 1,
  schema: z.object({ idea: z.string(), at: z.iso.datetime() }),
  partition: 'tenant',
  indexed: ['at'],
  orders: [['at']],
  expiresAt: ({ at }) => daysAfter(at, keptForDays),
});

/** The steps after which a submission says something else, or is for other people to see. */
const changing: readonly HistoryEntry['what'][] = [
  'edited',
  'redacted',
  'withdrawn',
  'decided',
  'askedAgain',
  'reopened',
  'woken',
  'merged',
  'published',
];

export const changeListeners = (store: DocumentStore, clock: Clock): readonly Listener[] =>
  changing.map((step) => ({
    event: stepEvent(step),
    async *plan({ partition: tenantId, documentId: idea, data: { entry = '' } }) {
      yield [];
      // The instant of the note, not of the step: a note that is late is read all the same.
      const note = { id: `${idea}:${entry}`, body: { idea, at: clock.now().toISOString() } };
      await store.createMany(searchChanges, tenantId, [note]);
    },
  }));

/** Brings into the search what was noted since an instant, as the store has it now. */
export async function followChanges(
  store: DocumentStore,
  search: SearchThread,
  tenant: string,
  since: string,
): Promise<void> {
  const notes = everyPage(store, searchChanges, tenant, {
    where: { at: { atLeast: since } },
    orderBy: { field: 'at', direction: 'ascending' },
    limit: pageSize,
  });
  for await (const page of notes) {
    for (const idea of new Set(page.map(({ body }) => body.idea))) {
      const submission = (await store.get(submissions, tenant, idea))?.body;
      if (submission && mayBeShown(submission))
        search.change(`${tenant}/ideas`, { id: idea, text: textOf(submission) });
      else search.remove(`${tenant}/ideas`, idea);
    }
  }
}
