import { describe, expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import { fingerprint, referenceSchema, referencesFor, replyCodeFor } from '../../src/ideas/reference.ts';
import { submit } from '../../src/ideas/submit.ts';
import { memoryStore } from '../store/memory-store.ts';
import { sampleActor, sampleInputs, sampleSubmission } from './sample-submission.ts';

const now = new Date('2026-03-02T09:00:00.000Z');
const form = { formId: 'form-1', actor: sampleActor('ann'), inputs: sampleInputs(), now };

function firstReferences(formId: string, count: number): readonly string[] {
  const references: string[] = [];
  for (const reference of referencesFor(formId)) {
    references.push(reference);
    if (references.length === count) break;
  }
  return references;
}

describe('references', () => {
  test('are the same for a form whenever it is asked, differ, and are read aloud without doubt', () => {
    const references = firstReferences('form-1', 50);
    expect(firstReferences('form-1', 50)).toEqual(references);
    expect(new Set(references).size).toBe(50);
    for (const reference of references) {
      expect(referenceSchema.safeParse(reference).success).toBe(true);
      expect(reference).toMatch(/^[^01AEIOULY]{6}$/u);
    }
  });

  test('a form whose reference another form has takes its next one, and finds that again', async () => {
    const store = memoryStore();
    const [taken = '', next] = firstReferences('form-1', 2);
    const other = sampleSubmission({
      reference: taken,
      form: { id: fingerprint('form-0'), content: 'other' },
    });
    await store.create(submissions, 'sample-tenant', { id: taken, body: other });
    const outcomes = [await submit(store, form), await submit(store, form)];
    for (const { kind, submission } of outcomes)
      expect([kind, submission.reference]).toEqual(['submitted', next]);
    expect((await store.get(submissions, 'sample-tenant', taken))?.body).toEqual(other);
  });
});

test('the same form sent many times at once is one submission', async () => {
  const store = memoryStore();
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => submit(store, form)));
  expect(new Set(outcomes.map(({ submission }) => submission.reference)).size).toBe(1);
  expect((await store.query(submissions, 'sample-tenant', { limit: 10 })).documents).toHaveLength(1);
});

test('the same form with other words stores nothing more', async () => {
  const store = memoryStore();
  const first = await submit(store, form);
  const again = await submit(store, { ...form, inputs: sampleInputs({ title: 'Sample idea, changed' }) });
  expect(again).toEqual({ kind: 'sentBefore', submission: first.submission });
});

test('an anonymous submission holds a hash of its reply code and nothing of its author', async () => {
  const { submission, ...outcome } = await submit(memoryStore(), {
    ...form,
    inputs: sampleInputs({ naming: 'anonymous' }),
  });
  expect(outcome).toMatchObject({ kind: 'submitted', replyCode: replyCodeFor('form-1') });
  expect(submission.replyCodeHash).toBe(fingerprint(replyCodeFor('form-1')));
  const kept = JSON.stringify(outcome.kind === 'submitted' && outcome.document);
  for (const trace of ['ann', 'form-1', replyCodeFor('form-1')]) expect(kept).not.toContain(trace);
});

test.each(['named', 'teamOnly'] as const)(
  'an author who is %s is kept, and needs no reply code',
  async (naming) => {
    const outcome = await submit(memoryStore(), { ...form, inputs: sampleInputs({ naming }) });
    expect(outcome).toMatchObject({
      replyCode: undefined,
      submission: { author: { personId: 'ann', name: 'Sample ann' } },
    });
    expect(outcome.submission).not.toHaveProperty('replyCodeHash');
  },
);
