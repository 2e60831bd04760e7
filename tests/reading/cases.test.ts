import { beforeAll, describe, expect, test } from '@jest/globals';
import { casePage } from '../../src/reading/case-page.ts';
import { caseById, findCases } from '../../src/reading/cases.ts';
import { seedContent } from '../../src/reading/seed-content.ts';
import { soughtBy } from '../../src/reading/sought.ts';
import { englishWords } from '../../src/words/words.ts';
import { manualClock } from '../store/manual-clock.ts';
import { memoryStore } from '../store/memory-store.ts';
import { tenant } from './sample-articles.ts';

const words = englishWords('Europe/London');
const store = memoryStore();

beforeAll(() => seedContent(store, tenant, manualClock()));

const find = (text: string) => findCases(store, tenant, soughtBy(words, text), words);
const places = async (text: string) => (await find(text)).map(({ body }) => body.place);

describe('case studies are found', () => {
  test('all of them, by place', async () => {
    const all = await places('');
    expect(all).toHaveLength(13);
    expect(all).toEqual(all.toSorted());
  });

  test('by place, region, topic, theme and words, in any inflection', async () => {
    expect(await places('kent')).toEqual(['Kent']);
    expect(await places('Tyneside')).toEqual(['South Tyneside, Gateshead and Sunderland']);
    expect(await places('about Yorkshire')).toEqual(['Bradford']);
    expect(await places('early years')).toEqual(['Croydon', 'Manchester City Region and Warrington']);
    expect(await places('engagement')).toEqual(['Croydon']);
    expect(await places('gang')).toEqual(['Birmingham']);
    expect(await places('drug alcohol')).toContain('Leicester and Leicestershire');
  });

  test('none for words that stand in none', async () => {
    expect(await places('submarine')).toEqual([]);
  });
});

test('pages of five lead through all thirteen and back', async () => {
  const found = await find('');
  const pages = ['', '5', '10'].map((place) => casePage(found, place));
  expect(pages.flatMap(({ cases }) => cases)).toEqual(found);
  expect(pages.map(({ next }) => next)).toEqual(['5', '10', undefined]);
  expect(pages.map(({ previous }) => previous)).toEqual([undefined, '0', '5']);
  for (const place of ['99', '-5', 'nonsense']) expect(casePage(found, place)).toEqual(pages[0]);
});

test('a case study is found by its id in its tenant alone', async () => {
  const [first] = await find('');
  expect(await caseById(store, tenant, first?.id ?? '')).toEqual(first?.body);
  expect(await caseById(store, 'other-tenant', first?.id ?? '')).toBeUndefined();
});
