import { beforeEach, describe, expect, test } from '@jest/globals';
import { UnreadablePress } from '../../src/bot/card-action.ts';
import { articles, cases } from '../../src/reading/model.ts';
import { seedContent } from '../../src/reading/seed-content.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { manualClock } from '../store/manual-clock.ts';
import { memoryStore } from '../store/memory-store.ts';
import { reader } from './reader.ts';
import { addSampleArticles, tenant } from './sample-articles.ts';

let store: DocumentStore;
let staff: ReturnType<typeof reader>;

beforeEach(() => {
  store = memoryStore();
  staff = reader(store);
});

describe('latest', () => {
  test('without articles says where they come from and leads to the case studies', async () => {
    const shown = await staff.say('latest');
    expect(shown.texts.join('\n')).toContain('There are no articles yet.');
    expect(shown.buttons).toEqual(['Case studies', 'Write an article']);
    expect((await shown.press('Case studies')).texts).toContain('Case studies');
  });

  test('shows title, teaser, source and date of the newest five', async () => {
    await addSampleArticles(store, 10);
    const { texts, buttons } = await staff.say('latest');
    expect(texts).toContain('Sample article 10');
    expect(texts).toContain('Sample teaser of article 10.');
    expect(texts).toContain('Sample source, Thursday 1 January 2026');
    expect(texts).not.toContain('Sample article 5');
    expect(buttons.filter((title) => title === 'Open')).toHaveLength(5);
  });

  test('is paged by the buttons on the card, older and newer', async () => {
    await addSampleArticles(store, 12);
    const first = await staff.say('latest');
    expect(first.buttons).not.toContain('Newer');
    const second = await first.press('Older');
    expect(second.texts).toContain('Sample article 7');
    const last = await second.press('Older');
    expect(last.texts).toContain('Sample article 2');
    expect(last.buttons).not.toContain('Older');
    expect((await last.press('Newer')).texts).toEqual(second.texts);
  });

  test('keeps to what is sought while pages are turned, until all are wanted', async () => {
    await addSampleArticles(store, 20, (number) => ({ topics: number % 2 ? ['early-years'] : [] }));
    const first = await staff.say('latest', 'early years');
    expect(first.texts).toContain('Articles about “Early years”, the newest first.');
    const second = await first.press('Older');
    expect(second.texts).toContain('Sample article 9');
    expect(second.texts).not.toContain('Sample article 8');
    expect((await second.press('All articles')).texts).toContain('Sample article 20');
  });

  test('about a theme says what the theme asks for', async () => {
    await addSampleArticles(store, 1, () => ({ theme: 'engagement' }));
    expect((await staff.say('latest', 'engagement')).texts.join('\n')).toContain(
      'Design services together with frontline staff and the people who use them.',
    );
  });

  test('says what to do when nothing is found', async () => {
    await addSampleArticles(store, 3);
    const shown = await staff.say('latest', 'submarines');
    expect(shown.texts.join('\n')).toContain('I found no article about “submarines”.');
    expect((await shown.press('All articles')).texts).toContain('Sample article 3');
  });

  test('shows what was typed as it is', async () => {
    const typed = '**bold** [link](https://x.example) {name} <at>Sample</at>';
    const { texts } = await staff.say('latest', typed);
    expect(texts.join('\n')).toContain(`“${typed}”`);
  });
});

describe('an article', () => {
  test('shows its source, leads there, and invites an idea and feedback about it', async () => {
    await addSampleArticles(store, 1, () => ({
      author: 'Sample author',
      topics: ['early-years'],
      theme: 'engagement',
    }));
    const shown = await (await staff.say('latest')).press('Open');
    expect(shown.texts).toContain('Sample author, Sample source, Thursday 1 January 2026');
    expect(shown.texts).toContain('Theme: Engagement. Topic: Early years.');
    expect(shown.carried('Read it at the source')).toEqual({ url: 'https://news.example/1' });
    const about = { article: 'sample-1' };
    expect(shown.carried('Share an idea about this')).toMatchObject({ dialog: 'idea.share', about });
    expect(shown.carried('Give feedback')).toMatchObject({ dialog: 'feedback.give', about });
  });

  test('leads back to the page it was opened from', async () => {
    await addSampleArticles(store, 12, () => ({ topics: ['early-years'] }));
    const second = await (await staff.say('latest', 'early years')).press('Older');
    const article = await second.press('Open', 2);
    expect((await article.press('Back to the list')).texts).toEqual(second.texts);
  });

  test('opens from any card that carries its id alone', async () => {
    await addSampleArticles(store, 1);
    expect((await staff.act('reading.article', { article: 'sample-1' })).texts).toContain('Sample article 1');
  });

  test('without an address says so and has no such button', async () => {
    await seedContent(store, tenant, manualClock());
    await addSampleArticles(store, 1, () => ({ link: undefined, teaser: '' }));
    const shown = await staff.act('reading.article', { article: 'sample-1' });
    expect(shown.buttons).not.toContain('Read it at the source');
    expect(shown.texts).toContain('The source gives no address where you could read more.');
    expect(shown.texts).toContain('The source gives no summary.');
  });

  test('of our own is there to be read whole', async () => {
    await seedContent(store, tenant, manualClock('2026-11-24T09:00:00.000Z'));
    const shown = await (await staff.say('latest')).press('Open');
    expect(shown.texts.join('\n')).toContain('Second, strategic leadership');
    expect(shown.texts.join('\n')).toContain('iNews, Tuesday 24 November 2026');
  });

  test('that is gone is a kind word, no error', async () => {
    await addSampleArticles(store, 1);
    const list = await staff.say('latest');
    await store.remove(articles, tenant, 'sample-1');
    expect((await list.press('Open')).texts).toEqual([
      'This article is no longer here. Say “latest” to see what is new.',
    ]);
  });
});

describe('cases', () => {
  beforeEach(() => seedContent(store, tenant, manualClock()));

  test('are paged by the buttons on the card', async () => {
    const first = await staff.say('cases');
    expect(first.texts).toContain('Birmingham');
    const last = await (await first.press('Next')).press('Next');
    expect(last.texts).toContain('Worcestershire');
    expect(last.buttons).not.toContain('Next');
    expect((await last.press('Previous')).texts).toContain('Kent');
  });

  test('found by a topic stay so on the way back', async () => {
    const found = await staff.say('cases', 'early years');
    const study = await found.press('Open');
    expect(study.texts).toContain('Croydon');
    expect((await study.press('Back to the list')).texts).toEqual(found.texts);
  });

  test('not found say what to try', async () => {
    const shown = await staff.say('cases', 'submarines');
    expect(shown.texts.join('\n')).toContain('I found no case study about “submarines”.');
    expect((await shown.press('All case studies')).texts).toContain('Birmingham');
  });

  test('before any is there say what to do', async () => {
    const shown = await reader(memoryStore()).say('cases');
    expect(shown.texts.join('\n')).toContain('There are no case studies here yet.');
  });
});

describe('a case study', () => {
  beforeEach(() => seedContent(store, tenant, manualClock()));
  const open = async (place: string) => (await staff.say('cases', place)).press('Open');

  test('shows each figure with its source and its caveat, and invites an idea', async () => {
    const shown = await open('kent');
    const text = shown.texts.join('\n');
    expect(text.match(/must not be added up/gu)).toHaveLength(4);
    expect(text.match(/Source: lgcplus\.com/gu)).toHaveLength(4);
    expect(text).toContain('not audited results');
    expect(shown.carried('Share an idea about this')).toMatchObject({
      dialog: 'idea.share',
      about: { case: expect.any(String) },
    });
  });

  test('without a figure says that there is none', async () => {
    const text = (await open('manchester')).texts.join('\n');
    expect(text).toContain('We found no figure with a source, so we show none.');
    expect(text).not.toContain('not audited results');
  });

  test('says plainly where we are not sure', async () => {
    expect((await open('durham')).texts.join('\n')).toContain('only fairly sure of what it looked at');
    expect((await open('lewisham')).texts.join('\n')).toContain('incomplete');
    expect((await open('leicestershire')).texts).toContain('We are only fairly sure of this figure.');
  });

  test('that is gone is a kind word, no error', async () => {
    const list = await staff.say('cases', 'kent');
    const [study] = (await store.query(cases, tenant, { where: { place: 'Kent' }, limit: 1 })).documents;
    await store.remove(cases, tenant, study?.id ?? '');
    expect((await list.press('Open')).texts).toEqual([
      'This case study is no longer here. Say “cases” to see those that are.',
    ]);
  });
});

test.each([
  ['reading.article', {}],
  ['reading.article', { article: 7 }],
  ['reading.article', { article: 'sample-1', role: 'administrator' }],
  ['reading.latest', { after: 'a'.repeat(1_000) }],
  ['reading.cases', { find: 'a'.repeat(1_000) }],
  ['reading.case', 'nonsense'],
])('%s refuses data that is not of our cards: %j', async (action, about) => {
  await expect(staff.act(action, about)).rejects.toThrow(UnreadablePress);
});

test('the longest content fits into a card', async () => {
  await addSampleArticles(store, 12, () => ({
    title: '€'.repeat(200),
    teaser: '€'.repeat(300),
    author: '€'.repeat(100),
    source: { name: '€'.repeat(100) },
  }));
  const first = await staff.say('latest', '€'.repeat(100));
  const { bytes } = await first.press('Older');
  expect(bytes).toBeLessThan(28 * 1024);
});
