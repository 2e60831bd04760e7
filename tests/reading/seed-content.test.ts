import { beforeEach, expect, test } from '@jest/globals';
import { shippedContent } from '../../src/reading/content.ts';
import { articles, cases } from '../../src/reading/model.ts';
import { seedContent } from '../../src/reading/seed-content.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { manualClock } from '../store/manual-clock.ts';
import { memoryStore } from '../store/memory-store.ts';

const tenant = 'sample-tenant';
const clock = manualClock();
let store: DocumentStore;

beforeEach(() => {
  store = memoryStore(clock);
});

const everything = async () => ({
  articles: (await store.query(articles, tenant, { limit: 100 })).documents,
  cases: (await store.query(cases, tenant, { limit: 100 })).documents,
});

test('puts in all that the release ships', async () => {
  await seedContent(store, tenant, clock);
  const stored = await everything();
  expect(stored.articles).toHaveLength(shippedContent().articles.articles.length);
  expect(stored.cases).toHaveLength(shippedContent().cases.cases.length);
});

test('many starts change nothing', async () => {
  await seedContent(store, tenant, clock);
  const first = await everything();
  clock.advance(86_400_000);
  await seedContent(store, tenant, clock);
  expect(await everything()).toEqual(first);
});

test('several replicas may start at once', async () => {
  await Promise.all([1, 2, 3].map(() => seedContent(store, tenant, clock)));
  expect((await everything()).cases).toHaveLength(13);
});

test('a later release corrects an older text and keeps when it came', async () => {
  await seedContent(store, tenant, clock);
  const [before] = (await everything()).articles;
  if (before?.body.kind !== 'iNews') throw new Error('No article of our own');
  await store.replace(articles, before, {
    ...before.body,
    title: 'Sample: the older text',
    contentVersion: 1,
  });
  const [study] = (await everything()).cases;
  if (!study) throw new Error('No case study');
  const older = { ...study.body, lookedAt: 'Sample: the older text', contentVersion: 1 };
  await store.replace(cases, study, older);
  clock.advance(86_400_000);
  const shipped = shippedContent();
  const later = { articles: { ...shipped.articles, version: 2 }, cases: { ...shipped.cases, version: 2 } };
  await seedContent(store, tenant, clock, later);
  const after = await everything();
  expect(after.articles[0]?.body).toEqual({ ...before.body, contentVersion: 2 });
  expect(after.cases.find(({ id }) => id === study.id)?.body).toEqual({ ...study.body, contentVersion: 2 });
});

test('an older release never takes a text back', async () => {
  await seedContent(store, tenant, clock);
  const [study] = (await everything()).cases;
  if (!study) throw new Error('No case study');
  await store.replace(cases, study, {
    ...study.body,
    lookedAt: 'Sample: the later text',
    contentVersion: 99,
  });
  await seedContent(store, tenant, clock);
  const [unchanged] = (await everything()).cases;
  expect(unchanged?.body.lookedAt).toBe('Sample: the later text');
});
