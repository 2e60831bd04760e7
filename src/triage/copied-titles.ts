import { type Submission, submissions } from '../ideas/model.ts';
import { changeSubmission, stepEvent, submissionOf, withWork } from '../ideas/steps.ts';
import type { Listener } from '../outbox/listener.ts';
import { everyDocument } from '../store/every-document.ts';
import type { TriageParts } from './work-on.ts';

const pageSize = 200;

/** Once words were removed from an idea, those that name it in a link name it as it is called now. */
export const copiedTitles = ({ store, relay, clock }: TriageParts): Listener => ({
  event: stepEvent('redacted'),
  async *plan({ id, partition: tenantId, documentId }) {
    yield [];
    const title = (await submissionOf(store, tenantId, documentId))?.title;
    if (title === undefined) return;
    for await (const { body } of everyDocument(store, submissions, tenantId, { limit: pageSize })) {
      if (!renamed(body, documentId, title)) continue;
      const written = await changeSubmission(store, tenantId, body.reference, (current) => {
        const next = renamed(current, documentId, title);
        return next && withWork(next, `renamed>${id}`, clock.now());
      });
      if (written?.eventsPending) relay(submissions, tenantId, body.reference);
    }
  },
});

/** The submission with its links to another under that one's title; undefined where they are. */
function renamed(submission: Submission, reference: string, title: string): Submission | undefined {
  const { links = [] } = submission;
  const isStale = ({ to }: (typeof links)[number]) =>
    to.kind === 'idea' && to.id === reference && to.title !== title;
  if (!links.some(isStale)) return undefined;
  return {
    ...submission,
    links: links.map((link) => (isStale(link) ? { ...link, to: { ...link.to, title } } : link)),
  };
}
