import { expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import type { SearchOutcome } from '../teams/simulator/extension.ts';
import { until } from '../teams/simulator/until.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { type Started, startedService } from './started-service.ts';

const stored = async ({ store, teams }: Started) =>
  (await store.query(submissions, teams.tenantId, { limit: 100 })).documents.map(({ body }) => body);

const anonymous = { 'How should we name you?': 'Not at all: my name is not stored' };
const teamOnly = { 'How should we name you?': 'By name, to the innovation team only' };

/** Two colleagues in a group chat in which the bot is not, and the innovation team. */
async function colleagues(started: Started) {
  const { teams } = started;
  const ann = teams.person('Ann Sample');
  const bob = teams.person('Bob Sample');
  const { channel, tess, tom } = await innovationTeam(teams);
  return { ann, bob, chat: teams.groupChat(ann, bob), channel, tess, tom };
}

const listed = (outcome: SearchOutcome) => {
  if (outcome.kind !== 'list') throw new Error(`No list came, but this: ${JSON.stringify(outcome)}`);
  return outcome.found;
};

test('a message becomes an idea of the person who shares it, and the team sees whose message it was', async () => {
  await using started = await startedService();
  const { ann, bob, chat, channel, tess } = await colleagues(started);
  const html =
    '<p>Let us <strong>share</strong> one form. It asks <at id="0">Cat</at> &amp; others once.</p><p>**Two** lines</p>';
  const opened = await chat.as(ann).extension.onMessage('shareAsIdea', { html, author: bob });
  expect(opened.kind).toBe('dialog');
  const form = opened.card;
  expect(form.text()).toContain('From a message of Bob Sample');
  expect(form.valueOf('Title')).toBe('Let us share one form.');
  expect(form.valueOf('What would you change, and why?')).toBe(
    'Let us share one form. It asks Cat & others once.\n**Two** lines',
  );
  const receipt = await form.press('Send', { twice: true });
  expect(receipt.kind).toBe('dialog');
  expect(receipt.text()).toMatch(/Your reference is [2-9B-Z]{6}\b/u);

  const [idea, ...others] = await stored(started);
  expect(others).toEqual([]);
  expect(idea?.author).toEqual({ personId: ann.objectId, name: 'Ann Sample' });
  expect(idea?.fromMessage).toMatchObject({ author: 'Bob Sample' });
  const posted = await channel.as(tess).messageSaying('Shared from a message of Bob Sample');
  const link = await posted.card.press('Open the message');
  expect(link.text()).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/message\//u);
  expect(posted.text()).toContain('Ann Sample');
});

test('a refused form comes back in the dialog as typed, and so does the evidence of what is alike', async () => {
  await using started = await startedService({ searches: true });
  const { ann, bob, chat } = await colleagues(started);
  const html =
    '<p>One address form for people who move: council tax, parking and libraries learn the new address at once.</p>';
  await sharesIdea(bob, {
    Title: 'Sample idea: one address form for people who move',
    'What would you change, and why?':
      'Residents who move house fill in three forms for council tax, parking and libraries.',
  });
  await started.searchHasRead();
  const form = (await chat.as(ann).extension.onMessage('shareAsIdea', { html, author: bob })).card;
  await form.press('Add more');
  form.fill({ Link: 'not a link' });
  const refused = (await form.press('Send')).card;
  expect(refused.text()).toContain('This does not look like a web address');
  expect(refused.text()).toContain('From a message of Bob Sample');
  refused.fill({ Link: '' });
  const alike = (await refused.press('Send')).card;
  expect(alike.text()).toContain('Not sent yet: is it like one of these?');
  const receipt = await alike.press('Mine builds on it', { nth: 0 });
  expect(receipt.text()).toContain('Your reference is');
  const idea = (await stored(started)).find(({ author }) => author?.personId === ann.objectId);
  expect(idea?.fromMessage?.author).toBe('Bob Sample');
  expect(idea?.links).toHaveLength(1);
});

test('long, empty, odd and hostile messages open the form all the same', async () => {
  await using started = await startedService();
  const { ann, bob, chat } = await colleagues(started);
  const opens = async (html: string, more: { subject?: string; link?: string } = {}) =>
    (await chat.as(ann).extension.onMessage('shareAsIdea', { html, author: bob, ...more })).card;
  const long = await opens(`<p>${'Ünïcode words 😀 '.repeat(4_000)}</p>`);
  expect(long.valueOf('Title').length).toBeLessThanOrEqual(120);
  expect(long.valueOf('What would you change, and why?').length).toBeLessThanOrEqual(2_000);
  expect((await long.press('Send')).text()).toContain('Your reference is');

  const empty = await opens('<attachment id="1"></attachment><img src="https://example.org/a.png">');
  expect(empty.valueOf('Title')).toBe('');
  const subject = await opens('<p>Sample words of a message.</p>', { subject: 'Sample subject' });
  expect(subject.valueOf('Title')).toBe('Sample subject');

  const named = `https://teams.microsoft.com/l/message/19:sample@thread.tacv2/1?groupId=g&teamName=${'Long'.repeat(99)}`;
  await (await opens('<p>Sample words of a channel.</p>', { link: named })).press('Send');
  expect((await stored(started)).map(({ fromMessage }) => fromMessage?.link)).toContain(
    'https://teams.microsoft.com/l/message/19:sample@thread.tacv2/1?groupId=g',
  );
  const forged = await opens('<p>Sample words, long enough.</p>', {
    link: 'https://evil.example/l/message/1',
  });
  expect((await forged.press('Send')).text()).toContain('Your reference is');
  expect((await stored(started)).map(({ fromMessage }) => fromMessage?.link)).toContain('');
  const tampered = (await opens('<p>Sample words, once more.</p>')).tamper((data) => ({
    ...data,
    about: { message: { author: 'Bob Sample', link: 'javascript:alert(1)' } },
  }));
  expect((await tampered.press('Send')).text()).toContain('I cannot use it');
});

test('from where a message is written it opens an empty form', async () => {
  await using started = await startedService();
  const { ann, chat } = await colleagues(started);
  const form = (await chat.as(ann).extension.fromCompose('shareAsIdea')).card;
  expect(form.text()).not.toContain('From a message');
  form.fill({ Title: 'Sample idea', 'What would you change, and why?': 'Sample text, long enough.' });
  expect((await form.press('Send')).text()).toContain('Your reference is');
});

test('an unknown command and a payload that is none are answered in words', async () => {
  await using started = await startedService();
  const { ann, chat } = await colleagues(started);
  const { extension } = chat.as(ann);
  expect((await extension.fromCompose('shareAsNothing')).text()).toContain('I cannot use it');
  expect(await extension.seeks('findNothing', 'sample')).toMatchObject({ kind: 'message' });
});

test('an anonymous idea from a message keeps neither whose message it was nor where it stands', async () => {
  await using started = await startedService();
  const { ann, bob } = await colleagues(started);
  const two = started.teams.chatOfTwo(ann, bob);
  const form = (
    await two
      .as(ann)
      .extension.onMessage('shareAsIdea', { html: '<p>Sample words, long enough.</p>', author: bob })
  ).card;
  await form.press('Add more');
  const receipt = await form.fill(anonymous).press('Send');
  expect(receipt.text()).toContain('Your reply code is');
  const kept = JSON.stringify(await stored(started));
  for (const trace of [ann.objectId, bob.objectId, 'Ann', 'Bob', 'l/message'])
    expect(kept).not.toContain(trace);
});

test('sharing from a chat of two people makes no place of it and is not taken for the chat with the bot', async () => {
  await using started = await startedService();
  const { ann, bob, channel, tess } = await colleagues(started);
  const two = started.teams.chatOfTwo(ann, bob);
  const { extension } = two.as(ann);
  const form = (
    await extension.onMessage('shareAsIdea', { html: '<p>Sample words, long enough.</p>', author: bob })
  ).card;
  await form.press('Send');
  const posted = await channel.as(tess).messageSaying('Sample words');
  await posted.card.press('Take it');
  await ann.says('hi');
  await ann.chat.messageSaying('Somebody is looking at your idea');
  await started.settled();
  expect(two.as(ann).messages()).toEqual([]);
});

test('a search finds what everybody may see: ideas, articles and case studies, and a card goes into the chat', async () => {
  await using started = await startedService({ searches: true });
  const { ann, bob, chat, channel, tom } = await colleagues(started);
  const cat = started.teams.person('Cat Sample');
  await sharesIdea(bob, { Title: 'Sample idea: parking permits by telephone' });
  await sharesIdea(cat, { Title: 'Sample idea: parking without a name', ...anonymous });
  await sharesIdea(cat, { Title: 'Sample idea: parking for the team', ...teamOnly });
  await sharesIdea(cat, { Title: 'Sample idea: parking refused' });
  const refused = await channel.as(tom).messageSaying('parking refused');
  const decision = (await refused.card.press('Decide')).card;
  await decision.fill({ Decision: 'Decline', Reason: 'Sample reason.' }).press('Decide');

  const { extension } = chat.as(ann);
  const titles = async (typed: string) =>
    listed(await extension.seeks('find', typed)).map(({ title }) => title.replace('Sample idea: ', ''));
  await started.searchHasRead();
  expect([...(await titles('parking'))].sort()).toEqual([
    'parking permits by telephone',
    'parking without a name',
  ]);
  expect(await titles('parking permi')).toEqual(['parking permits by telephone']);
  expect(await extension.seeks('find', 'zebra crossing zeppelin')).toMatchObject({
    kind: 'message',
    words: expect.stringContaining('I found nothing about this'),
  });
  expect(await titles('prison')).not.toEqual([]);
  expect(listed(await extension.seeks('find', 'parking', 25))).toEqual([]);
  const shown = listed(await extension.opens('find'));
  expect(shown.map(({ text }) => text).join('\n')).toMatch(
    /Idea · [\s\S]*Article · [\s\S]*Total Place case study/u,
  );
  expect(JSON.stringify(shown)).not.toContain('Cat Sample');
});

test('an edited idea is found by its new words and not by the old ones, and a withdrawn one by none', async () => {
  await using started = await startedService({ searches: true });
  const { ann, bob, chat } = await colleagues(started);
  await sharesIdea(bob, { Title: 'Sample idea: parking permits by telephone' });
  const ideasFor = async (typed: string) => {
    const outcome = await chat.as(ann).extension.seeks('find', typed);
    return outcome.kind === 'list' ? outcome.found.filter(({ text }) => text.startsWith('Idea')).length : 0;
  };
  const untilFound = (typed: string, count: number) =>
    until(`${count} ideas about ${typed}`, async () =>
      (await ideasFor(typed)) === count ? true : undefined,
    );
  await untilFound('parking permits', 1);
  await bob.says('my ideas');
  const story = (await (await bob.chat.messageSaying(/^My ideas\n/u)).card.press('Open')).card;
  const form = (await story.press('Edit')).card;
  await form.fill({ Title: 'Sample idea: lighthouse permits' }).press('Save');
  await untilFound('lighthouse', 1);
  await untilFound('parking', 0);
  await (await story.press('Withdraw')).card.press('Withdraw it');
  await untilFound('lighthouse', 0);
});

test('the card in the chat works for whoever presses it, and tells nobody what another has pressed', async () => {
  await using started = await startedService({ searches: true });
  const { ann, bob } = await colleagues(started);
  const cat = started.teams.person('Cat Sample');
  const chat = started.teams.groupChat(ann, bob, cat);
  await sharesIdea(bob, { Title: 'Sample idea: parking permits by telephone' });
  const found = listed(await chat.as(ann).extension.opens('find')).find(({ title }) =>
    title.includes('parking'),
  );
  if (!found) throw new Error('The idea is not in the list');
  const id = chat.as(ann).puts(found.card).id;
  const before = (person: typeof ann) => {
    const message = chat
      .as(person)
      .messages()
      .find((one) => one.id === id);
    if (!message) throw new Error('The card is not in the chat');
    return message.card;
  };
  expect(before(cat).buttons()).toEqual(['Support', 'Follow', 'See and comment']);
  expect((await before(ann).press('Support', { twice: true })).text()).toContain('1 person supports this');
  expect((await before(cat).press('Support')).text()).toContain('2 people support this');
  expect((await before(cat).press('Follow')).text()).toContain('You follow this');
  expect((await before(bob).press('Support')).text()).toContain('This is your own idea');
  expect(before(ann).text()).not.toContain('You support');
});
