import { describe, expect, test } from '@jest/globals';
import {
  correctEdition,
  correctPosted,
  editionDeliveries,
  sendEditions,
} from '../../src/digests/edition-delivery.ts';
import { editions, subscriptionId, subscriptions } from '../../src/digests/model.ts';
import { planDueEditions } from '../../src/digests/plan-due.ts';
import { postNow } from '../../src/digests/post-now.ts';
import { redrawRedacted } from '../../src/digests/redraw-redacted.ts';
import { deactivate, stop, subscribe } from '../../src/digests/service.ts';
import { readTold } from '../../src/digests/told.ts';
import { withdrawHidden } from '../../src/digests/withdraw-hidden.ts';
import { bucketOf } from '../../src/outbox/bucket.ts';
import { type Delivery, deliveries } from '../../src/outbox/delivery.ts';
import { relayDocument } from '../../src/outbox/relay.ts';
import { articles, cases } from '../../src/reading/model.ts';
import { addCase, showCase } from '../../src/reading/own-cases/store-case.ts';
import { changeDocument } from '../../src/store/change-document.ts';
import {
  asking,
  type Bench,
  bench,
  editionsIn,
  goTo,
  placeId,
  subscriptionIn,
  tuesdays,
} from './sample-place.ts';
import { addArticle, addCases, sampleArticle, tenantId } from './sample-reading.ts';

const receiver = { kind: 'place', tenantId, placeId } as const;

function cardOf(parts: Bench) {
  const [card] = editionDeliveries(parts);
  if (!card) throw new Error('no card draws editions');
  return card;
}

async function postedBench() {
  const parts = bench();
  await addCases(parts.store);
  await addArticle(
    parts.store,
    sampleArticle('a', '2026-11-24T09:00:00.000Z'),
    sampleArticle('b', '2026-11-25T09:00:00.000Z'),
  );
  await postNow(parts, asking, 'activity-1');
  return parts;
}

async function dueBench() {
  const parts = bench();
  await addArticle(parts.store, sampleArticle('a', '2026-11-24T09:00:00.000Z'));
  await subscribe(parts, asking, { schedule: tuesdays });
  goTo(parts.clock, '2026-12-01T10:00:00.000Z');
  await planDueEditions(parts).run(new AbortController().signal);
  return parts;
}

async function relayed(parts: Bench): Promise<readonly Delivery[]> {
  const [edition] = await editionsIn(parts);
  await relayDocument(
    {
      store: parts.store,
      clock: parts.clock,
      listeners: [sendEditions(parts), correctPosted(parts)],
      planned: () => {},
      heard: async () => {},
    },
    editions,
    tenantId,
    edition?.id ?? '',
  );
  const { documents } = await parts.store.query(deliveries, bucketOf(receiver), { limit: 100 });
  return documents.map(({ body }) => body).sort((a, b) => a.order.localeCompare(b.order));
}

async function drawn(parts: Bench) {
  const [delivery] = await relayed(parts);
  if (!delivery) throw new Error('no delivery is planned');
  return cardOf(parts).draw(delivery);
}

describe('an edition that was composed', () => {
  test('is planned for its place once, as something that can wait', async () => {
    const parts = await postedBench();
    await relayed(parts);
    const planned = await relayed(parts);
    expect(planned).toMatchObject([
      { receiver, card: 'digests/edition', urgency: 'digest', state: 'planned' },
    ]);
    expect((await editionsIn(parts))[0]?.body).toMatchObject({ events: [], eventsPending: false });
  });

  test('is not sent again when nobody knows whether it arrived', () => {
    expect(cardOf(bench()).whenInDoubt).toBe('leave');
  });

  test('is noted as told by its relay, when who posted it crashed before noting it', async () => {
    const parts = bench();
    await addArticle(parts.store, sampleArticle('a', '2026-11-24T09:00:00.000Z'));
    const before = await subscribe(parts, asking, { schedule: tuesdays });
    await postNow(parts, asking, 'activity-1');
    await parts.store.replace(subscriptions, await subscriptionDocument(parts), before);
    expect((await subscriptionIn(parts)).lastEditionAt).toBeUndefined();
    await relayed(parts);
    expect((await subscriptionIn(parts)).lastEditionAt).toBe('2026-12-01T09:00:00.000Z');
  });
});

const subscriptionDocument = async ({ store }: Bench) => {
  const found = await store.get(subscriptions, tenantId, subscriptionId(tenantId, placeId));
  if (!found) throw new Error('there is no subscription');
  return found;
};

describe('a corrected edition', () => {
  test('is redrawn where it stands, without the article and with what was wrong; again for the same changes nothing', async () => {
    const parts = await postedBench();
    const [posted] = await relayed(parts);
    const [edition] = await editionsIn(parts);
    for (const _ of [1, 2])
      await correctEdition(parts, tenantId, edition?.id ?? '', 'Sample: the figure was wrong.', [
        'article-b',
      ]);
    const all = await relayed(parts);
    expect(all).toHaveLength(2);
    const redraw = all.find(({ updates }) => updates !== undefined);
    expect(redraw).toMatchObject({ receiver, updates: posted?.key, card: 'digests/edition' });
    if (!redraw) throw new Error('no redraw is planned');
    expect(await cardOf(parts).draw(redraw)).toMatchObject({
      data: { correction: 'Corrected: Sample: the figure was wrong.', articles: [{ id: 'article-a' }] },
    });
  });
});

describe('an idea that words were removed from', () => {
  test('has the digest that told of it redrawn once, however often that is heard', async () => {
    const parts = await postedBench();
    const [posted] = await relayed(parts);
    const [edition] = await editionsIn(parts);
    await changeDocument(parts.store, editions, tenantId, edition?.id ?? '', (body) => ({
      ...body,
      ideas: ['K7Q2MX'],
    }));
    const raised = { type: 'idea.redacted', at: '2026-12-01T09:05:00.000Z', data: {} };
    const from = { collection: 'submissions', partition: tenantId };
    for (const documentId of ['K7Q2MX', 'K7Q2MX', 'P4R9TB'])
      for await (const _ of redrawRedacted(parts).plan(
        {
          ...raised,
          ...from,
          id: `submissions/${documentId}/3`,
          documentId,
        },
        parts.store,
      ));
    const redraws = (await relayed(parts)).filter(({ updates }) => updates !== undefined);
    expect(redraws).toMatchObject([{ receiver, updates: posted?.key, card: 'digests/edition' }]);
    expect((await editionsIn(parts))[0]?.body.correction).toMatchObject({
      n: 1,
      note: 'some words of an idea were removed.',
    });
  });
});

describe('an article that the editors hid', () => {
  const byEditor = { by: { personId: 'editor', name: 'Sample Editor' }, at: '2026-12-01T09:05:00.000Z' };
  const runs = (parts: Bench) => withdrawHidden(parts).run(new AbortController().signal);

  test('is taken out of what was posted, once', async () => {
    const parts = await postedBench();
    await relayed(parts);
    await runs(parts);
    expect((await editionsIn(parts))[0]?.body.correction).toBeUndefined();
    await changeDocument(parts.store, articles, tenantId, 'article-b', (body) => ({
      ...body,
      hidden: byEditor,
    }));
    for (const _ of [1, 2]) await runs(parts);
    expect((await editionsIn(parts))[0]?.body.correction).toEqual({
      n: 1,
      note: 'an article was withdrawn by the editors.',
      without: ['article-b'],
    });
    const redraws = (await relayed(parts)).filter(({ updates }) => updates !== undefined);
    expect(redraws).toHaveLength(1);
  });

  test('is taken out as a case study that was taken back is', async () => {
    const parts = bench();
    const at = parts.clock.now().toISOString();
    const done = { by: { personId: 'sample', name: 'Sample person' }, at };
    await addArticle(parts.store, sampleArticle('a', '2026-11-30T09:00:00.000Z'));
    await addCase(parts.store, tenantId, 'own', {
      title: 'Sample case',
      place: 'Sample place',
      lookedAt: 'Sample text: what was tried.',
      figures: [],
      sources: ['Sample source'],
      topics: [],
      added: done,
    });
    await postNow(parts, asking, 'activity-1');
    const told = async () => readTold(parts.store, tenantId, (await editionsIn(parts))[0]?.id ?? '');
    expect((await told())?.study?.id).toBe('own');
    await showCase(parts.store, tenantId, 'own', { shown: false, done });
    for (const _ of [1, 2]) await runs(parts);
    expect((await editionsIn(parts))[0]?.body.correction).toEqual({
      n: 1,
      note: 'a case study was withdrawn by the editors.',
      without: ['own'],
    });
    expect((await told())?.study).toBeUndefined();
  });

  test('is not told, while one that they feature leads', async () => {
    const parts = bench();
    await addArticle(
      parts.store,
      sampleArticle('hidden', '2026-11-30T09:00:00.000Z', { hidden: byEditor }),
      sampleArticle('new', '2026-11-30T09:00:00.000Z'),
      sampleArticle('featured', '2026-11-20T09:00:00.000Z', {
        featured: { ...byEditor, until: '2026-12-08T09:05:00.000Z' },
      }),
    );
    await postNow(parts, asking, 'activity-1');
    expect((await editionsIn(parts))[0]?.body).toMatchObject({
      articleIds: ['article-featured', 'article-new'],
      why: { 'article-featured': ['featured'] },
    });
  });
});

describe('at the moment of sending', () => {
  test('it is drawn from what is stored, the lead article first', async () => {
    const view = await drawn(await postedBench());
    expect(view).toMatchObject({
      card: 'digests/edition',
      summary: 'iNews digest: Sample article: b, and one more article',
      data: {
        articles: [
          { id: 'article-b', leads: true },
          { id: 'article-a', leads: false },
        ],
        cases: [{ id: 'case-a' }],
      },
    });
  });

  test('an article that is gone is left out, and the next one leads', async () => {
    const parts = await postedBench();
    await parts.store.remove(articles, tenantId, 'article-b');
    await parts.store.remove(cases, tenantId, 'case-a');
    expect(await drawn(parts)).toMatchObject({
      summary: 'iNews digest: Sample article: a',
      data: { articles: [{ id: 'article-a', leads: true }], cases: [] },
    });
  });

  test('nothing is sent when all of it is gone', async () => {
    const parts = await postedBench();
    for (const id of ['article-a', 'article-b']) await parts.store.remove(articles, tenantId, id);
    await parts.store.remove(cases, tenantId, 'case-a');
    expect(await drawn(parts)).toBeUndefined();
  });

  test('a regular one says how often it comes, and is not sent when it was stopped meanwhile', async () => {
    const parts = await dueBench();
    expect(await drawn(parts)).toMatchObject({
      data: {
        why: 'Tuesday 1 December 2026. Comes here every Tuesday at 10:00, because somebody here asked for it.',
      },
    });
    await stop(parts, asking);
    expect(await drawn(parts)).toBeUndefined();
  });

  test('one that somebody asked for is sent where no regular one comes, but not to a place that is gone', async () => {
    const parts = await postedBench();
    await stop(parts, asking);
    expect(await drawn(parts)).toMatchObject({
      data: { why: 'Tuesday 1 December 2026. Posted because somebody here said “digest now”.' },
    });
    await deactivate(parts, asking);
    expect(await drawn(parts)).toBeUndefined();
  });
});
