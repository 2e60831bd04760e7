import { countMarks } from '../engagement/marks.ts';
import type { Subject } from '../engagement/model.ts';
import { recountDue } from '../engagement/recount.ts';
import { withEvent } from '../outbox/event.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import { againWhenChanged } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import type { Job } from '../time/job.ts';
import { type Submission, submissions } from './model.ts';

/** Raised when the support and the comments of a submission were counted anew. */
export const counted = 'idea.counted' as const;
/** Raised when somebody commented, and when a comment was removed; `data.comment` is its id. */
export const commented = 'idea.commented' as const;
export const commentRemoved = 'idea.commentRemoved' as const;

type CountEvent = typeof counted | typeof commented | typeof commentRemoved;

export const ideaSubject = (tenantId: string, id: string): Subject => ({ tenantId, kind: 'idea', id });

const attempts = 20;

/**
 * Counts a submission's marks and writes them into it with the event, under the etag it was read with before they
 * were counted: of two counts at once the later stands. Resolves to the submission, or undefined when there is none.
 * Throws DocumentChanged after twenty lost races.
 */
export async function recount(
  store: DocumentStore,
  tenantId: string,
  reference: string,
  { type, data = {}, now }: { type: CountEvent; data?: Record<string, string>; now: Date },
): Promise<Submission | undefined> {
  const subject = ideaSubject(tenantId, reference);
  const at = now.toISOString();
  const event = { id: `submissions/${reference}/${type}/${data.comment ?? at}`, type, at, data };
  return againWhenChanged(async () => {
    const current = await store.get(submissions, tenantId, reference);
    if (!current) return undefined;
    const supports = await countMarks(store, subject, 'support');
    const comments = await countMarks(store, subject, 'comment');
    const next = withEvent({ ...current.body, counts: { supports, comments } }, event);
    return (await store.replace(submissions, current, next)).body;
  }, attempts);
}

interface RecountParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly tenants: readonly string[];
  readonly relay: Outbox['relay'];
}

/** Counts each idea whose marks changed, once for a minute of clicks. */
export const recountJob = ({ store, clock, tenants, relay }: RecountParts): Job => ({
  name: 'ideas.recount',
  everySeconds: 10,
  async run() {
    for (const tenantId of tenants) {
      const now = clock.now();
      await recountDue(store, { tenantId, kind: 'idea' }, now, async (reference) => {
        await recount(store, tenantId, reference, { type: counted, now });
        relay(submissions, tenantId, reference);
      });
    }
  },
});
