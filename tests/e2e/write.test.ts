import { expect, test } from '@jest/globals';
import { articles } from '../../src/reading/model.ts';
import { feedServer } from '../reading/feeds/feed-server.ts';
import type { Card } from '../teams/simulator/card.ts';
import type { Person } from '../teams/simulator/person.ts';
import { innovationTeam } from './innovation-team.ts';
import { type Started, startedService } from './started-service.ts';

const text = 'Sample text: one form instead of three.\n\nSample second paragraph, with **stars** and ${1+1}.';

async function opensForm(author: Person): Promise<Card> {
  await author.says('write');
  const invite = await author.chat.messageSaying('Something worked');
  return (await invite.card.press('Write an article')).card;
}

const own = async ({ store, teams }: Started) =>
  (await store.query(articles, teams.tenantId, { limit: 100 })).documents.flatMap(({ body }) =>
    body.kind === 'iNews' && body.author ? [body] : [],
  );

test('an article of a member of staff is published once, under their name, and they are told', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  const form = await opensForm(ann);
  form.fill({ Title: 'Sample article of Ann', Text: text });
  expect((await form.press('Send', { twice: true })).text()).toContain('is with the innovation team');

  const posted = await channel.as(tess).messageSaying('Sample article of Ann');
  expect(posted.text()).toContain('Waits for the innovation team');
  expect(posted.text()).toContain('Sample second paragraph, with **stars** and ${1+1}.');
  const ofTom = (await (await channel.as(tom).messageSaying('Sample article of Ann')).card.press('Answer'))
    .card;
  expect((await posted.card.press('Publish', { twice: true })).text()).toContain('Published by Tess Sample');

  ofTom.fill({ 'Your answer': 'Sample answer of Tom.' });
  const late = (await ofTom.press('Send answer')).card;
  expect(late.text()).toContain('Tess Sample published it meanwhile');
  expect(late.valueOf('Your answer')).toBe('Sample answer of Tom.');

  const news = await ann.chat.messageSaying('Your article is published');
  const article = (await news.card.press('See it')).card;
  expect(article.text()).toContain('Ann Sample, iNews');
  expect(article.text()).toContain('Sample second paragraph, with **stars** and ${1+1}.');
  expect(await own(started)).toHaveLength(1);
  await channel.as(tom).messageSaying('Published by Tess Sample');
  const eve = started.teams.person('Eve Sample');
  await eve.says('latest');
  await eve.chat.messageSaying('Sample article of Ann');
});

test('the innovation team edits before it publishes, or answers; the form comes back as typed', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  const form = await opensForm(ann);
  await form.press('Add a link, a picture or topics');
  form.fill({
    Title: 'Sample one',
    Text: text,
    'Address of a picture': 'https://news.example/a.png',
    'Link to read more': 'news',
  });
  const refused = (await form.press('Send')).card;
  expect(refused.text()).toContain('Please say what the picture shows.');
  expect(refused.valueOf('Text')).toBe(text);
  refused.fill({
    'What the picture shows, for those who do not see it': 'A sample form',
    'Link to read more': '',
  });
  await refused.press('Send');
  const posted = await channel.as(tess).messageSaying('Sample one');
  const edit = (await posted.card.press('Edit and publish')).card;
  expect(edit.valueOf('Text')).toBe(text);
  edit.fill({ Title: 'Sample one, shorter' });
  await edit.press('Publish');
  await ann.chat.messageSaying('Your article is published');
  expect((await own(started)).map(({ title, picture }) => [title, picture?.alt])).toEqual([
    ['Sample one, shorter', 'A sample form'],
  ]);

  const ben = started.teams.person('Ben Sample');
  const second = await opensForm(ben);
  second.fill({ Title: 'Sample two', Text: text });
  await second.press('Send');
  const other = await channel.as(tess).messageSaying('Sample two');
  const answer = (await other.card.press('Answer')).card;
  answer.fill({ 'Your answer': 'Sample answer: what did it save?' });
  expect((await answer.press('Send answer', { twice: true })).text()).toContain('Answered by Tess Sample');
  await ben.chat.messageSaying('Sample answer: what did it save?');
  expect(await own(started)).toHaveLength(1);
});

test('what waits is listed for the innovation team, and nobody else decides', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  const curate = async () => (await channel.as(tess).asks('curate')).card;
  expect((await (await curate()).press('Articles from staff')).text()).toContain('None waits.');
  const form = await opensForm(ann);
  form.fill({ Title: 'Sample of Ann', Text: text });
  await form.press('Send');
  const posted = await channel.as(tess).messageSaying('Sample of Ann');
  const list = (await (await curate()).press('Articles from staff')).card;
  expect(list.text()).toContain('By Ann Sample');
  expect((await list.press('Open')).text()).toContain('Waits for the innovation team');
  // A card that was passed on carries no right: whoever is not of the team is refused at the press.
  await ann.says('curate');
  await ann.chat.messageSaying('Only the innovation team can do this');
  expect(posted.text()).toContain('Waits for the innovation team');
});

test('the innovation team makes an article of a page, once, to edit or hide; what cannot be read says why', async () => {
  const pages: Record<string, string> = {
    '/story': '<html><head><title>Sample page of a council</title></head></html>',
    '/bare': '<html></html>',
  };
  const server = await feedServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html' });
    response.end(page);
  });
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const seat = channel.as(tess);
  await seat.says(`add ${server.at('/story')}`, { twice: true });
  const added = await seat.messageSaying('Sample page of a council');
  expect(added.card.buttons()).toEqual(['Edit', 'Feature', 'Hide', 'Back to the list']);
  await seat.says(`add ${server.at('/bare')}`);
  await seat.messageSaying('does not say its title');
  await seat.says(`add ${server.at('/gone')}`);
  await seat.messageSaying('Its server refused to give it. (Code: 404)');
  await seat.says('add https://169.254.169.254/latest/meta-data');
  await seat.messageSaying('leads into a private network');
  await seat.says('add');
  await seat.messageSaying('Say “add” and the address of a page');
  const ann = started.teams.person('Ann Sample');
  await ann.says(`add ${server.at('/story')}`);
  await ann.chat.messageSaying('Only the innovation team can do this');
  await ann.says('latest');
  const latest = await ann.chat.messageSaying('Sample page of a council');
  expect(latest.text().split('Sample page of a council')).toHaveLength(2);
  await server.close();
});
