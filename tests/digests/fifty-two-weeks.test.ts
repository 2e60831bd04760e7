import { expect, test } from '@jest/globals';
import { editionCard } from '../../src/digests/edition-card.ts';
import { type Subscription, usualWish } from '../../src/digests/model.ts';
import { planDueEditions } from '../../src/digests/plan-due.ts';
import { subscribe } from '../../src/digests/service.ts';
import { readTold } from '../../src/digests/told.ts';
import { addCase, showCase } from '../../src/reading/own-cases/store-case.ts';
import { seedContent } from '../../src/reading/seed-content.ts';
import { loadCards } from '../../src/teams/cards.ts';
import {
  asking,
  type Bench,
  bench,
  editionsIn,
  goTo,
  subscriptionIn,
  tuesdays,
  words,
} from './sample-place.ts';
import { addArticle, sampleArticle, tenantId } from './sample-reading.ts';

const weekMs = 7 * 86_400_000;
const start = Date.parse('2026-12-01T10:05:00.000Z');
const weeks = 52;
const cards = loadCards(words);

async function adds({ store, clock }: Bench, name: string): Promise<void> {
  const done = { by: { personId: 'sample', name: 'Sample person' }, at: clock.now().toISOString() };
  const outcome = await addCase(store, tenantId, `added-${name}`, {
    title: `Sample case ${name}`,
    place: 'Sample place',
    lookedAt: 'Sample text: what was tried.',
    figures: [],
    sources: ['Sample source'],
    topics: [],
    added: done,
  });
  expect(outcome.kind).toBe('stored');
}

/** A year of weekly digests; `before` does something in the week of a number, from 0. Tells the case of each week. */
async function aYear(parts: Bench, before: (week: number) => Promise<void>) {
  const told: (string | undefined)[] = [];
  await subscribe(parts, asking, { schedule: tuesdays, wish: usualWish });
  for (let week = 0; week < weeks; week++) {
    const now = start + week * weekMs;
    // Summer time begins and ends: the digest comes at ten by the clock, so an hour more is enough for both.
    goTo(parts.clock, new Date(now + 3_600_000).toISOString());
    const at = new Date(now - 3_600_000).toISOString();
    await addArticle(parts.store, sampleArticle(String(week), at));
    await before(week);
    await planDueEditions(parts).run(new AbortController().signal);
    const editions = await editionsIn(parts);
    expect(editions).toHaveLength(week + 1);
    told.push(editions.at(-1)?.body.caseId);
  }
  return told;
}

async function shownLast(parts: Bench, subscription: Subscription): Promise<string> {
  const last = (await editionsIn(parts)).at(-1);
  const told = await readTold(parts.store, tenantId, last?.id ?? '');
  if (!told) throw new Error('The last edition tells nothing');
  const view = editionCard(words, {
    ...told,
    ...subscription,
    because: 'due',
    personal: false,
    links: new Map(),
  });
  return JSON.stringify(cards.draw(view, 'message').content);
}

test('with a case study added now and then, each of 52 weekly digests tells one, and none twice', async () => {
  const parts = bench({ now: new Date(start - 3_600_000).toISOString() });
  await seedContent(parts.store, tenantId, parts.clock);
  const told = await aYear(parts, async (week) => {
    // Thirteen ship; three weeks in four somebody adds one.
    if (week % 4 !== 3) await adds(parts, String(week));
  });
  expect(told.filter((id) => id === undefined)).toEqual([]);
  expect(new Set(told).size).toBe(weeks);
  expect(told.filter((id) => id?.startsWith('added-'))).toHaveLength(39);
});

test('once the pilots are told a digest has no case and says nothing of it; a case taken back is never told', async () => {
  const parts = bench({ now: new Date(start - 3_600_000).toISOString() });
  await seedContent(parts.store, tenantId, parts.clock);
  const done = { by: { personId: 'sample', name: 'Sample person' }, at: parts.clock.now().toISOString() };
  const told = await aYear(parts, async (week) => {
    if (week === 20 || week === 30) await adds(parts, String(week));
    if (week === 30) await showCase(parts.store, tenantId, 'added-30', { shown: false, done });
  });
  expect(told.slice(0, 13).every((id) => id !== undefined)).toBe(true);
  expect(told.slice(13).filter((id) => id !== undefined)).toEqual(['added-20']);
  expect(new Set(told.filter((id) => id !== undefined)).size).toBe(14);
  const shown = await shownLast(parts, await subscriptionIn(parts));
  expect(shown).toContain('Sample article: 51');
  expect(shown).not.toContain('case study');
  expect(shown).not.toContain('pilot');
});
