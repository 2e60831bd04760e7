import type { Submission } from '../../src/ideas/model.ts';
import { referencesFor } from '../../src/ideas/reference.ts';
import { states } from '../../src/ideas/terms.ts';
import { noEvents } from '../../src/outbox/event.ts';
import type { NewDocument } from '../../src/store/document-store.ts';

const atATime = 1_000;
const first = Date.parse('2026-01-05T09:00:00Z');

/** So many submissions in all states, a minute apart, some at a time. */
export function* sampleSubmissions(count: number): Generator<readonly NewDocument<Submission>[]> {
  for (let start = 0; start < count; start += atATime) {
    const length = Math.min(atATime, count - start);
    yield Array.from({ length }, (_, n) => sampleSubmission(start + n));
  }
}

function sampleSubmission(n: number): NewDocument<Submission> {
  const reference = referencesFor(`sample-form-${n}`).next().value;
  const at = new Date(first + n * 60_000).toISOString();
  return {
    id: reference,
    body: {
      reference,
      kind: 'idea',
      title: `Sample idea ${n}: one form instead of three`,
      change: 'Sample text. One form instead of three, so that residents tell us once. '.repeat(6),
      shapedBy: ['frontline'],
      naming: 'named',
      author: { personId: `sample-person-${n % 2_000}`, name: 'Sample author' },
      topics: [],
      state: states[n % states.length] ?? 'received',
      authorUnreachable: false,
      history: [{ n: 0, at, what: 'submitted' }],
      createdAt: at,
      form: { id: `sample-form-${n}`, content: 'sample' },
      ...noEvents,
    },
  };
}
