import { support } from '../engagement/marks.ts';
import type { Listener } from '../outbox/listener.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { openIdea } from './open-ideas.ts';
import { ideaSubject } from './recount.ts';
import { stepEvent, submissionOf } from './steps.ts';

/**
 * Whose idea is the same as another supports that one, once, and can take it back. An anonymous author is nobody who
 * could. The author of the other reads the name only where they may read it on the new one too.
 */
export const supportSame = (store: DocumentStore): Listener => ({
  event: stepEvent('submitted'),
  async *plan({ partition: tenantId, documentId, at }, reads) {
    yield [];
    const submission = await submissionOf(reads, tenantId, documentId);
    const { author, naming, links = [] } = submission ?? {};
    if (!author) return;
    for (const { kind, to } of links) {
      if (kind !== 'same' || to.kind !== 'idea') continue;
      const other = await openIdea(store, tenantId, to.id);
      if (!other || other.author?.personId === author.personId) continue;
      const how = { named: naming === 'named', now: new Date(at) };
      await support(store, ideaSubject(tenantId, to.id), author, how);
    }
  },
});
