import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import { documentJob } from '../store/document-job.ts';
import type { Job } from '../time/job.ts';
import { submissions } from './model.ts';
import { askForUpdate } from './project.ts';
import { askCard } from './project-cards.ts';
import type { ProjectParts } from './project-parts.ts';
import { changeSubmission, stepEvent, submissionOf } from './steps.ts';

const cardName = 'ideas/project-ask';

/** Asks leads for an update from the day of a milestone on, in working time. */
export const askUpdates = ({ relay, calendar, localDate, ...parts }: ProjectParts): Job =>
  documentJob(parts, {
    name: 'projects.ask',
    everySeconds: 600,
    collection: submissions,
    due: (now) => [
      {
        where: { state: 'published', 'project.askOn': { atMost: localDate(now) } },
        orderBy: { field: 'project.askOn', direction: 'ascending' },
      },
    ],
    mayRun: calendar.isWorkingTime,
    async act(tenantId, { id: reference }, now) {
      const asked = await changeSubmission(parts.store, tenantId, reference, (current) =>
        askForUpdate(current, localDate(now), now),
      );
      if (asked?.eventsPending) relay(submissions, tenantId, reference);
    },
  });

/** The question goes to the lead's own chat. */
export const askListener: Listener = {
  event: stepEvent('updateAsked'),
  async *plan({ partition: tenantId, documentId, data }, reads) {
    const lead = (await submissionOf(reads, tenantId, documentId))?.project?.lead;
    if (!lead) return;
    const receiver = { kind: 'person', tenantId, personId: lead.personId } as const;
    const about = { tenant: tenantId, idea: documentId, entry: data.entry ?? '' };
    yield [{ receiver, card: cardName, about, urgency: 'notice' }];
  },
};

/** Not sent any more when the lead has told meanwhile or the project has ended. */
export const askDelivery = ({ store, words }: ProjectParts): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'leave',
  async draw({ about }) {
    const submission = await submissionOf(store, about.tenant ?? '', about.idea ?? '');
    const entry = submission?.history.find(({ n }) => String(n) === about.entry);
    if (submission?.state !== 'published' || entry?.what !== 'updateAsked') return undefined;
    const isTold = submission.history.some(({ what, n }) => what === 'updated' && n > entry.n);
    return isTold ? undefined : askCard(words, submission, entry.on);
  },
});
