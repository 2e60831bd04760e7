import { expect, test } from '@jest/globals';
import { articles } from '../../src/reading/model.ts';
import { sampleArticle } from '../reading/sample-articles.ts';
import type { Card } from '../teams/simulator/card.ts';
import type { Seat } from '../teams/simulator/seat.ts';
import { innovationTeam } from './innovation-team.ts';
import { type Started, startedService } from './started-service.ts';

/** Puts sample articles into the store, newer than what ships. */
async function withArticles({ store, teams }: Started, count: number): Promise<void> {
  const documents = Array.from({ length: count }, (_, index) =>
    sampleArticle(index + 1, {
      publishedAt: new Date(Date.UTC(2027, 0, 1, index)).toISOString(),
      topics: index % 2 === 0 ? ['early-years'] : ['older-people'],
    }),
  );
  await store.createMany(articles, teams.tenantId, documents);
}

const says = async (seat: Seat, text: string): Promise<Card> => (await seat.asks(text)).card;

const opensNewest = async (seat: Seat) => (await (await says(seat, 'latest')).press('Open', { nth: 0 })).card;

test('useful counts once for each person, whoever presses how often, and is taken back', async () => {
  await using started = await startedService();
  await withArticles(started, 3);
  const [ann, ben, eve] = ['Ann Sample', 'Ben Sample', 'Eve Sample'].map((name) =>
    started.teams.person(name).hasAppSilently(),
  );
  if (!ann || !ben || !eve) throw new Error('Nobody is there');
  const ofAnn = await opensNewest(ann.chat);
  expect(ofAnn.text()).toContain('Nobody has called it useful yet.');
  const once = (await ofAnn.press('Useful', { twice: true })).card;
  expect(once.text()).toContain('You find it useful.');
  expect(once.buttons()).not.toContain('Useful');
  const both = (await (await opensNewest(ben.chat)).press('Useful')).card;
  expect(both.text()).toContain('You and one other find it useful.');
  const ofEve = await opensNewest(eve.chat);
  expect(ofEve.text()).toContain('2 people find it useful.');
  const back = (await once.press('Not useful after all', { twice: true })).card;
  expect(back.text()).toContain('One person finds it useful.');
});

test('people comment on an article and take their own words back, nobody else’s', async () => {
  await using started = await startedService();
  await withArticles(started, 1);
  const [ann, ben, eve] = ['Ann Sample', 'Ben Sample', 'Eve Sample'].map((name) =>
    started.teams.person(name).hasAppSilently(),
  );
  if (!ann || !ben || !eve) throw new Error('Nobody is there');
  const none = (await (await opensNewest(ann.chat)).press('Comments')).card;
  expect(none.text()).toContain('Nobody has commented yet.');
  const form = (await none.press('Comment')).card;
  form.fill({ 'Your comment': 'Sample comment with **stars**.' });
  const sent = await form.press('Send', { twice: true });
  expect(sent.text()).toContain('Sample comment with **stars**.');
  expect(sent.text().split('Sample comment')).toHaveLength(2);

  const ofBen = (await (await opensNewest(ben.chat)).press('Comments')).card;
  expect(ofBen.text()).toContain('Ann Sample');
  expect(ofBen.buttons()).not.toContain('Remove my comment');
  const ofAnn = (await (await opensNewest(ann.chat)).press('Comments')).card;
  expect((await ofAnn.press('Remove my comment')).text()).toContain('Removed by Ann Sample');
  const ofEve = (await (await opensNewest(eve.chat)).press('Comments')).card;
  expect(ofEve.text()).not.toContain('Sample comment');
});

test('more like this leads to articles and case studies of the same topic', async () => {
  await using started = await startedService();
  await withArticles(started, 7);
  const ann = started.teams.person('Ann Sample').hasAppSilently();
  const alike = (await (await opensNewest(ann.chat)).press('More like this')).card;
  expect(alike.text()).toContain('More like “Sample article 7”');
  expect(alike.text()).toContain('Sample article 5');
  expect(alike.text()).toMatch(/Case study: /u);
  const next = (await alike.press('Open', { nth: 0 })).card;
  expect(next.text()).toContain('Sample article 5');
});

test('the innovation team hides, shows and features; others see it at once, and are refused the buttons', async () => {
  await using started = await startedService();
  await withArticles(started, 6);
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample').hasAppSilently();
  const reading = await opensNewest(ann.chat);

  const ofTess = (await (await says(channel.as(tess), 'curate')).press('Open', { nth: 0 })).card;
  const ofTom = (await (await says(channel.as(tom), 'curate')).press('Open', { nth: 0 })).card;
  const hidden = (await ofTess.press('Hide', { twice: true })).card;
  expect(hidden.text()).toContain('Hidden by Tess Sample');
  expect((await ofTom.press('Hide')).text()).toContain('Hidden by Tess Sample');
  expect((await ofTom.press('Feature')).text()).toContain('Hidden by Tess Sample');
  expect((await says(ann.chat, 'latest')).text()).not.toContain('Sample article 6');
  expect((await reading.press('Comments')).text()).toContain('no longer here');

  const shown = (await hidden.press('Show again')).card;
  const featured = (await shown.press('Feature')).card;
  expect(featured.text()).toContain('Featured by Tess Sample until');
  const latest = (await says(ann.chat, 'latest')).text();
  expect(latest).toMatch(/Featured\nSample article 6/u);
  expect(latest.split('Sample article 6')).toHaveLength(2);
  await featured.press('Stop featuring');
  expect((await says(ann.chat, 'latest')).text()).not.toContain('Featured');

  await ann.says('curate');
  await ann.chat.messageSaying('Only the innovation team can do this');
});

test('of two who edit one article the second is told, keeps the words and may then insist', async () => {
  await using started = await startedService();
  await withArticles(started, 1);
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const form = async (who: typeof tess) =>
    (await (await (await says(channel.as(who), 'curate')).press('Open', { nth: 0 })).card.press('Edit')).card;
  const ofTess = await form(tess);
  const ofTom = await form(tom);
  expect(ofTess.valueOf('Teaser')).toBe('Sample teaser of article 1.');
  expect(ofTess.valueOf('Topics, three at the most')).toBe('Early years');
  ofTess.fill({
    Teaser: 'Sample teaser of Tess.',
    Theme: 'Engagement',
    'Topics, three at the most': ['Offending'],
  });
  ofTom.fill({ Teaser: 'Sample teaser of Tom.' });
  const saved = await ofTess.press('Save', { twice: true });
  expect(saved.text()).toContain('Theme: Engagement. Topic: Offending.');
  expect(saved.text()).toContain('Edited by Tess Sample');
  const late = (await ofTom.press('Save')).card;
  expect(late.text()).toContain('Tess Sample edited it meanwhile');
  expect(late.valueOf('Teaser')).toBe('Sample teaser of Tom.');
  expect((await late.press('Save')).text()).toContain('Edited by Tom Sample');
  const ann = started.teams.person('Ann Sample').hasAppSilently();
  expect((await says(ann.chat, 'latest early years')).text()).toContain('Sample teaser of Tom.');
});
