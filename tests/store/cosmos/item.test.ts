import { expect, test } from '@jest/globals';
import { itemId, newItem } from '../../../src/store/cosmos/item.ts';
import { sample, samples } from '../sample-collection.ts';

const now = new Date('2026-03-02T09:00:00.000Z');

const lives = (expiresAt: string) => newItem(samples, 'p', 'a', sample('short', { expiresAt }), now);

test.each(['K7Q2MX', 'a-b_c.d', '-_1'])('the plain id %s stays readable', (id) => {
  expect(itemId(id)).toBe(id);
});

test('all other ids become plain, short enough, and stay different', () => {
  const odd = ['a/b', 'a\\b', 'a?b', 'a#b', 'a b', '.', '..', '~YQ', 'ü', 'x'.repeat(512), 'x'.repeat(300)];
  const ids = odd.map(itemId);
  for (const id of ids) expect(id).toMatch(/^~[A-Za-z0-9_-]{1,1000}$/);
  expect(new Set(ids).size).toBe(odd.length);
});

test('an item lives until its document expires, in whole seconds from its writing on', () => {
  expect(lives('2026-03-02T10:00:00.001Z')).toMatchObject({
    ttl: 3601,
    expiresAt: '2026-03-02T10:00:00.001Z',
  });
  expect(lives('2026-03-02T08:00:00Z')).toMatchObject({ ttl: 1 });
  expect(lives('9999-01-01T00:00:00Z')).toMatchObject({ ttl: 2_147_483_647 });
  expect(newItem(samples, 'p', 'a', sample('stays'), now)).not.toHaveProperty('ttl');
});
