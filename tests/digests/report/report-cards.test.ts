import { describe, expect, test } from '@jest/globals';
import type { Edition, Known } from '../../../src/digests/model.ts';
import { editions } from '../../../src/digests/model.ts';
import type { Outcome } from '../../../src/digests/report/outcome.ts';
import { failingCard, reportCard, reportsCard } from '../../../src/digests/report/report-cards.ts';
import { showReports } from '../../../src/digests/report/show-report.ts';
import { noEvents } from '../../../src/outbox/event.ts';
import { longestTitle } from '../../../src/reading/model.ts';
import { loadCards } from '../../../src/teams/cards.ts';
import { cardFaults } from '../../cards/card-faults.ts';
import { isObject } from '../../teams/simulator/json.ts';
import { bench, turnIn, words } from '../sample-place.ts';
import { tenantId } from '../sample-reading.ts';
import { composedAt } from './sample-editions.ts';

const cards = loadCards(words);

function drawn(view: Parameters<typeof cards.draw>[0]) {
  const content: unknown = cards.draw(view, 'message').content;
  if (!isObject(content)) throw new Error('no card is drawn');
  return content;
}

const edition: Known<Edition> = {
  id: 'e'.repeat(43),
  body: {
    articleIds: [],
    ideas: [],
    projects: [],
    spread: [],
    themes: [],
    why: {},
    composedAt,
    cutOff: composedAt,
    ...noEvents,
  },
};
const n = 60_000;
const everywhere = { sent: n, waiting: n, inDoubt: n, failed: n, unreachable: n, held: n, dropped: n };
const nowhere = { sent: [], waiting: [], inDoubt: [], failed: [], unreachable: [], held: [], dropped: [] };
const outcome: Outcome = { planned: 7 * n, counts: everywhere, buckets: nowhere };
const by = { personId: 'sample', name: '“W”'.repeat(33) };
const putRight = { n: 20, by, at: composedAt, form: 'sample', note: '' };
const title = '“W”'.repeat(100).slice(0, longestTitle);

describe('at the longest that may come, under 28 KB and without a fault', () => {
  test('is the report of a digest', () => {
    const view = reportCard(words, {
      edition: { ...edition, body: { ...edition.body, putRight: [putRight] } },
      title,
      outcome,
      redrawn: outcome,
      mayCorrect: true,
      last: { is: 'expected', at: new Date(composedAt) },
      reasons: (['inDoubt', 'failed', 'unreachable'] as const).flatMap((standing) =>
        Array(3).fill({ standing, reason: '“W”'.repeat(40), n }),
      ),
      read: { reactions: n, articles: Array(10).fill({ title, clicks: n, useful: n, comments: n }) },
      said: words.say('digests.report.meanwhile'),
      countsLinks: true,
    });
    expect(cardFaults(drawn(view))).toEqual([]);
  });

  test('is the list of digests', () => {
    const line = { id: edition.id, title, places: n, at: composedAt };
    const view = reportsCard(words, { lines: Array(8).fill(line), after: 'a', next: 'a'.repeat(2000) });
    expect(cardFaults(drawn(view))).toEqual([]);
  });

  test('is the word about a failing one', () => {
    expect(cardFaults(drawn(failingCard(words, { id: edition.id, title, outcome, others: n })))).toEqual([]);
  });
});

describe('the list of digests', () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [10, [8, 2]],
    [1_000, Array(125).fill(8)],
  ])('of %i is paged from the newest to the oldest', async (count, sizes) => {
    const { store, clock } = bench();
    await store.createMany(
      editions,
      tenantId,
      Array.from({ length: count }, (_, index) => ({
        id: `edition-${index}`,
        body: { ...edition.body, composedAt: new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString() },
      })),
    );
    const parts = { store, perSecond: 30, countsLinks: false };
    const pages: { items: { id: string }[]; next: string }[] = [];
    let after = '';
    do {
      const answer = await showReports(parts, turnIn(clock), after);
      if (answer.kind !== 'card') throw new Error('no card is shown');
      const page = answer.view.data as { items: { id: string }[]; next: string };
      pages.push(page);
      after = page.next;
    } while (after !== '');
    expect(pages.map(({ items }) => items.length)).toEqual(sizes);
    const ids = pages.flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).toEqual(Array.from({ length: count }, (_, index) => `edition-${count - 1 - index}`));
  });

  test('begins anew where the place is one of another list', async () => {
    const { store, clock } = bench();
    const answer = await showReports({ store, perSecond: 30, countsLinks: false }, turnIn(clock), 'forged');
    expect(answer).toMatchObject({ kind: 'card', view: { card: 'digests/reports' } });
  });
});
