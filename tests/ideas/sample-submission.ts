import type { Actor } from '../../src/bot/turn.ts';
import type { Submission } from '../../src/ideas/model.ts';
import type { ShareInputs } from '../../src/ideas/share-form.ts';

/** Somebody in the sample tenant, by a name such as `ann`. */
export const sampleActor = (personId: string, name = `Sample ${personId}`): Actor => ({
  tenantId: 'sample-tenant',
  personId,
  name,
  teamsUserId: `29:${personId}`,
});

/** What a person put into the form, with the two boxes filled in. */
export const sampleInputs = (given: Partial<ShareInputs> = {}): ShareInputs => ({
  title: 'Sample idea: one form',
  change: 'Sample text, long enough.',
  kind: 'idea',
  control: '',
  stops: '',
  hours: '',
  stage: 'practice',
  milestone: '',
  milestoneOn: '',
  endsOn: '',
  benefit: '',
  service: '',
  shapedBy: [],
  link: '',
  naming: 'named',
  answer1: '',
  answer2: '',
  answer3: '',
  ...given,
});

/** A submission that was just received from Ann. */
export const sampleSubmission = (given: Partial<Submission> = {}): Submission => ({
  reference: 'K7Q2MX',
  kind: 'idea',
  title: 'Sample idea: one form',
  change: 'Sample text, long enough.',
  shapedBy: [],
  naming: 'named',
  author: { personId: 'ann', name: 'Sample ann' },
  topics: [],
  state: 'received',
  authorUnreachable: false,
  history: [{ n: 0, at: '2026-03-02T09:00:00.000Z', what: 'submitted' }],
  createdAt: '2026-03-02T09:00:00.000Z',
  form: { id: 'hash of the form', content: 'hash of its content' },
  events: [],
  eventsPending: false,
  ...given,
});
