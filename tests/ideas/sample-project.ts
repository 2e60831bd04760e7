import type { Submission } from '../../src/ideas/model.ts';
import { noEvents } from '../../src/outbox/event.ts';

/** A project of Ann's, with what a test changes about it. */
export const sampleProject = (changed: Partial<Submission> = {}): Submission => ({
  reference: 'K7Q2MX',
  kind: 'project',
  title: 'Sample project',
  change: 'Sample text.',
  shapedBy: [],
  naming: 'named',
  author: { personId: 'ann', name: 'Ann Sample' },
  topics: [],
  state: 'received',
  project: { lead: { personId: 'ann', name: 'Ann Sample' }, stage: 'pilot' },
  authorUnreachable: false,
  history: [{ n: 0, at: '2027-02-22T09:00:00.000Z', what: 'submitted' }],
  createdAt: '2027-02-22T09:00:00.000Z',
  form: { id: 'sample-form', content: 'sample-content' },
  ...noEvents,
  ...changed,
});
