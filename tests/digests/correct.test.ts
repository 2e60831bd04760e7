import { describe, expect, test } from '@jest/globals';
import { correctForm } from '../../src/digests/correct/correct-form.ts';
import { type Mending, putRight, timesPutRight } from '../../src/digests/correct/put-right.ts';
import { correctPosted, editionCorrected, editionDeliveries } from '../../src/digests/edition-delivery.ts';
import { type Edition, editions, longestOpening, subscriptionId } from '../../src/digests/model.ts';
import { postings } from '../../src/digests/posting.ts';
import { subscribe } from '../../src/digests/service.ts';
import { bucketOf } from '../../src/outbox/bucket.ts';
import { deliveries, type PlannedDelivery, type Receiver } from '../../src/outbox/delivery.ts';
import { deliveryId } from '../../src/outbox/delivery-id.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { planDelivery } from '../../src/outbox/plan-delivery.ts';
import { longestTeaser, longestTitle } from '../../src/reading/model.ts';
import { loadCards } from '../../src/teams/cards.ts';
import { sampleSubmission } from '../ideas/sample-submission.ts';
import { asking, bench, placeId, subscriptionIn, tuesdays, words } from './sample-place.ts';
import { addArticle, sampleArticle, sampleCase, tenantId } from './sample-reading.ts';

const at = '2026-12-01T10:00:00.000Z';
const now = new Date('2026-12-01T11:00:00.000Z');
const by = { personId: 'tess', name: 'Tess Sample' };
const edition: Edition = {
  articleIds: ['article-a', 'article-b'],
  caseId: 'case-a',
  ideas: ['IDEA'],
  projects: [],
  spread: [],
  themes: [],
  why: {},
  opening: 'Sample opening.',
  composedAt: at,
  cutOff: at,
  ...noEvents,
};
const own = subscriptionId(tenantId, placeId);
const none: Mending = { opening: 'Sample opening.', drop: [], swap: undefined, reword: undefined, note: '' };
const doing = { id: 'e', by, form: 'form-1', seen: 0, now };

describe('an edition that somebody puts right', () => {
  test('is changed, keeps by whom and when, and never tells again what was taken out', () => {
    const wished: Mending = {
      opening: '',
      drop: ['case-a', 'IDEA', 'unknown'],
      swap: { out: 'article-a', into: 'article-c' },
      reword: { article: 'article-b', title: '', teaser: 'New', own: { title: 'Own title', teaser: 'Own' } },
      note: 'Sample note.',
    };
    const outcome = putRight(edition, wished, doing);
    if (outcome.kind !== 'putRight') throw new Error(`it is ${outcome.kind}`);
    const { next } = outcome;
    expect(next).toMatchObject({
      articleIds: ['article-c', 'article-b'],
      ideas: [],
      setAside: ['article-a'],
      reworded: { 'article-b': { title: 'Own title', teaser: 'New' } },
      putRight: [{ n: 1, by, at: now.toISOString(), form: 'form-1', note: 'Sample note.' }],
    });
    expect(next.opening).toBeUndefined();
    expect(next.caseId).toBeUndefined();
    expect(next.events).toMatchObject([{ type: editionCorrected, data: { putIn: 'article-c' } }]);
    // The same form again is done, another that saw less is too late, and words that stand stay.
    expect(putRight(next, wished, { ...doing, form: 'form-1' }).kind).toBe('done');
    expect(putRight(next, none, { ...doing, form: 'form-2' }).kind).toBe('meanwhile');
    const again = putRight(
      next,
      {
        ...none,
        opening: '',
        reword: { article: 'article-b', title: 'T', teaser: '', own: { title: 'o', teaser: 'o' } },
      },
      { ...doing, form: 'form-2', seen: 1 },
    );
    if (again.kind !== 'putRight') throw new Error(`it is ${again.kind}`);
    expect(again.next.reworded?.['article-b']).toEqual({ title: 'T', teaser: 'New' });
    expect(timesPutRight(again.next)).toBe(2);
    expect(putRight(edition, none, doing).kind).toBe('standing');
  });

  test('is redrawn in Teams alone, in bounded pages for thousands of places, who then have been told what came in', async () => {
    const parts = bench();
    await subscribe(parts, asking, { schedule: tuesdays });
    const places = Array.from({ length: 1_203 }, (_, n): Receiver[] => [
      { kind: 'place', tenantId, placeId: `19:${n}` },
      { kind: 'mail', tenantId, address: `sample${n}@council.example` },
    ]);
    await parts.store.createMany(
      postings,
      tenantId,
      places.map((receivers, n) => ({
        id: `posting-${n}`,
        body: { edition: 'e', subscriptionId: own, receivers, because: 'due' as const, batch: 'b', at },
      })),
    );
    await parts.store.create(editions, tenantId, {
      id: 'e',
      body: { ...edition, articleIds: ['article-c'] },
    });
    const event = { id: 'editions/e/putRight-1', type: editionCorrected, at, data: { putIn: 'article-c' } };
    const raised = { ...event, collection: 'editions', partition: tenantId, documentId: 'e' };
    const pages: (readonly PlannedDelivery[])[] = [];
    for await (const page of correctPosted(parts).plan(raised, parts.store)) pages.push(page);
    expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(500);
    const planned = pages.flat();
    expect(planned).toHaveLength(1_203);
    expect(planned.every(({ receiver, updates }) => receiver.kind === 'place' && updates)).toBe(true);
    expect((await subscriptionIn(parts)).recent.at(-1)?.articles).toEqual(['article-c']);
  });

  test('does not come back where somebody has deleted its message', async () => {
    const parts = bench();
    await addArticle(parts.store, sampleArticle('a', at));
    await subscribe(parts, asking, { schedule: tuesdays });
    await parts.store.create(editions, tenantId, { id: 'e', body: edition });
    const receiver = { kind: 'place', tenantId, placeId } as const;

    const about = { edition: 'e', subscription: own, because: 'due', posting: 'p' };
    const plan = (key: string, updates?: string) =>
      planDelivery(
        { id: 'sample', type: 'sample', at, data: {} },
        { receiver, card: 'digests/edition', about, urgency: 'digest', key, ...(updates && { updates }) },
        0,
        now,
      );
    const redraw = { ...plan('event>first', 'first'), attempts: 1 };
    const [card] = editionDeliveries(parts);
    expect(await card?.draw(redraw)).toBeDefined();
    await parts.store.create(deliveries, bucketOf(receiver), {
      id: deliveryId('first'),
      body: { ...plan('first'), state: 'sent', replacedBy: 'event>first' },
    });
    expect(await card?.draw(redraw)).toBeUndefined();
  });
});

test.each(['a', '😀', '"', '漢'])(
  'its form is under 28 KB with the longest of everything, all of it %s',
  (character) => {
    const long = (length: number) => character.repeat(length / character.length);
    const article = (n: number) => {
      const { id, body } = sampleArticle(`${n}`, at);
      return {
        id: `${id}${'x'.repeat(30)}`,
        body: { ...body, title: long(longestTitle), teaser: long(longestTeaser) },
      };
    };
    const articles = Array.from({ length: 10 }, (_, n) => article(n));
    const moved = Array.from({ length: 8 }, () => sampleSubmission({ title: long(120), state: 'trial' }));
    const told = {
      edition,
      articles,
      study: sampleCase('a', []),
      ideas: moved.slice(0, 5),
      projects: moved.slice(5),
      spread: [],
    };
    const typed = {
      opening: long(longestOpening),
      drop: articles.map(({ id }) => id).join(','),
      swapOut: articles[0]?.id ?? '',
      swapIn: articles[1]?.id ?? '',
      reword: articles[2]?.id ?? '',
      title: long(longestTitle),
      teaser: long(longestTeaser),
      note: long(200),
    };
    const problems = Object.fromEntries(['form', ...Object.keys(typed)].map((field) => [field, long(100)]));
    const state = { about: { edition: 'e'.repeat(43), seen: '1' }, formId: 'f'.repeat(36), typed, problems };
    const others = Array.from({ length: 12 }, (_, n) => article(20 + n));
    const view = correctForm(words, state, { told, others, mailed: true });
    for (const surface of ['inlineMessage', 'dialog'] as const)
      expect(Buffer.byteLength(JSON.stringify(loadCards(words).draw(view, surface).content))).toBeLessThan(
        27 * 1024 + 1,
      );
  },
);
