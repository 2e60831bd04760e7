import { type Submission, submissions } from '../../src/ideas/model.ts';
import { referencesFor } from '../../src/ideas/reference.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { sampleSubmission } from '../ideas/sample-submission.ts';
import { usualNow } from './moving-clock.ts';

const dayMs = 86_400_000;
const most = 100;

/** Puts submissions into the store, the first being the oldest, a day apart. Returns them. */
export async function queuedIdeas(
  store: DocumentStore,
  tenantId: string,
  wanted: readonly Partial<Submission>[],
): Promise<readonly Submission[]> {
  const start = Date.parse(usualNow) - wanted.length * dayMs;
  const made = wanted.map((given, n) => {
    const [reference = ''] = referencesFor(`sample form ${n}`);
    const createdAt = new Date(start + n * dayMs).toISOString();
    return sampleSubmission({
      reference,
      title: `Sample idea ${n + 1}`,
      author: { personId: `author-${n}`, name: `Sample author ${n + 1}` },
      createdAt,
      history: [{ n: 0, at: createdAt, what: 'submitted' }],
      form: { id: `form ${n}`, content: '' },
      ...given,
    });
  });
  for (let at = 0; at < made.length; at += most) {
    const page = made.slice(at, at + most).map((body) => ({ id: body.reference, body }));
    await store.createMany(submissions, tenantId, page);
  }
  return made;
}

/** As many of one kind. */
export const many = (count: number, given: Partial<Submission> = {}): readonly Partial<Submission>[] =>
  Array.from({ length: count }, () => given);
