import { expect, test } from '@jest/globals';
import { readContinuation, UnknownContinuation, writeContinuation } from '../../src/store/continuation.ts';

const byRank = { collection: 'samples', field: 'rank', direction: 'descending' } as const;

test.each(['text with ✓', 0, -2.5, true, false, ''])(
  'a position at %p is read back, from text safe in a URL',
  (value) => {
    const text = writeContinuation(byRank, { value, id: 'a/b' });
    expect(text).toMatch(/^[\w-]+$/);
    expect(readContinuation(byRank, text)).toEqual({ value, id: 'a/b' });
  },
);

test('a list without an order continues after an id', () => {
  const byId = { collection: 'samples', direction: 'ascending' } as const;
  expect(readContinuation(byId, writeContinuation(byId, { id: 'a' }))).toEqual({ id: 'a' });
});

test('a continuation of another list is refused with both lists named', () => {
  const text = writeContinuation(byRank, { value: 1, id: 'a' });
  expect(() => readContinuation({ ...byRank, field: 'at' }, text)).toThrow(
    'This continuation is for samples by rank descending, not for samples by at descending',
  );
  expect(() => readContinuation({ ...byRank, collection: 'others' }, text)).toThrow(UnknownContinuation);
  expect(() => readContinuation({ ...byRank, direction: 'ascending' }, text)).toThrow(UnknownContinuation);
});

test.each(['', '!!', 'bm9uc2Vuc2U', Buffer.from('[1,2]').toString('base64url')])(
  '%p is no continuation',
  (text) => {
    expect(() => readContinuation(byRank, text)).toThrow(UnknownContinuation);
  },
);
