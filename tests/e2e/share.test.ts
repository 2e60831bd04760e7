import { expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import { sharesIdea } from './innovation-team.ts';
import { startedService } from './started-service.ts';

const stored = async (started: Awaited<ReturnType<typeof startedService>>) =>
  (await started.store.query(submissions, started.teams.tenantId, { limit: 100 })).documents.map(
    ({ body }) => body,
  );

test('an idea takes three presses from hi to the receipt, which says what happens next and by when', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await ann.says('hi');
  const help = await ann.chat.messageSaying('in Teams');
  const form = (await help.card.press('Share an idea')).card;
  expect(form.fields()).toEqual(['Title', 'What would you change, and why?']);
  form.fill({ Title: 'Sample idea', 'What would you change, and why?': 'Sample text, long enough.' });
  const receipt = await form.press('Send');
  expect(receipt.kind).toBe('dialog');
  expect(receipt.text()).toMatch(/Your reference is [2-9B-Z]{6}\b/u);
  expect(receipt.text()).toMatch(/looks at it by \w+day \d+ \w+ \d{4} and decides by \w+day/u);
});

test('an empty form is refused by the client, and by the server when the client does not look', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await ann.says('idea');
  const form = (await (await ann.chat.messageSaying('Two boxes')).card.press('Share an idea')).card;
  expect((await form.press('Send')).kind).toBe('refused');
  const refused = (await form.pressAnyway('Send')).card;
  expect(refused.text()).toContain('Please give it a title');
  expect(await stored(started)).toHaveLength(0);
});

test('a refused form comes back as typed, with a plain message at the field', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await ann.says('idea');
  const form = (await (await ann.chat.messageSaying('Two boxes')).card.press('Share an idea')).card;
  await form.press('Add more');
  form.fill({
    Title: 'Sample idea',
    'What would you change, and why?': 'Sample text with **stars** and ${1+1}.',
    Link: 'not a link',
    'Who helped to shape it?': ['Residents', 'Partners'],
  });
  const refused = (await form.press('Send')).card;
  expect(refused.text()).toContain('This does not look like a web address');
  expect(refused.valueOf('What would you change, and why?')).toBe('Sample text with **stars** and ${1+1}.');
  expect(refused.valueOf('Who helped to shape it?')).toContain('Residents');
  refused.fill({ Link: 'www.example.org/page' });
  expect((await refused.press('Send')).text()).toContain('Your reference is');
  expect((await stored(started))[0]?.link).toBe('https://www.example.org/page');
});

test('the same form sent twice at once is one idea with one reference', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await ann.says('idea');
  const form = (await (await ann.chat.messageSaying('Two boxes')).card.press('Share an idea')).card;
  form.fill({ Title: 'Sample idea', 'What would you change, and why?': 'Sample text, long enough.' });
  const [first, second] = await Promise.all([form.press('Send'), form.press('Send', { twice: true })]);
  expect(first.text()).toBe(second.text());
  expect(await stored(started)).toHaveLength(1);
});

test('the same form with other content names the first reference and keeps what was typed', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await ann.says('idea');
  const form = (await (await ann.chat.messageSaying('Two boxes')).card.press('Share an idea')).card;
  form.fill({ Title: 'Sample idea', 'What would you change, and why?': 'Sample text, long enough.' });
  await form.press('Send');
  form.fill({ Title: 'Sample idea, changed' });
  const again = (await form.press('Send')).card;
  expect(again.text()).toContain('You have sent this form already');
  expect(again.valueOf('Title')).toBe('Sample idea, changed');
  expect((await again.press('Send')).text()).toContain('Your reference is');
  expect(await stored(started)).toHaveLength(2);
});

test('theme and topics are inferred, and the service area is remembered', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann, {
    Title: 'Sample idea: nursery places for early years',
    'Service area': 'Education',
  });
  expect((await stored(started))[0]?.topics).toContain('early-years');
  await ann.says('idea');
  const invite = await ann.chat.messageSaying('Two boxes');
  const form = (await invite.card.press('Share an idea')).card;
  await form.press('Add more');
  expect(form.valueOf('Service area')).toBe('Education');
});

test('an anonymous idea gives a reply code once and ties nobody to the reference', async () => {
  const lines: string[] = [];
  const note = (...parts: unknown[]) => lines.push(JSON.stringify(parts));
  const telemetry = { info: note, warn: note, error: note, count: note, record: note };
  await using started = await startedService({ telemetry });
  const ann = started.teams.person('Ann Sample');
  const receipt = await sharesIdea(ann, { 'How should we name you?': 'Not at all: my name is not stored' });
  expect(receipt.text()).toMatch(/Your reply code is [2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}/u);
  const [idea] = await stored(started);
  const kept = JSON.stringify(idea);
  for (const trace of [ann.objectId, ann.name, ann.entry.teamsId]) {
    expect(kept).not.toContain(trace);
    expect(lines.join('\n')).not.toContain(trace);
  }
  expect(receipt.buttons()).not.toContain('My ideas');
});

test('my ideas lists them with their state, pages, and opens each to its history', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  await ann.says('my ideas');
  expect((await ann.chat.messageSaying('My ideas')).text()).toContain('not shared anything');
  for (let n = 1; n <= 6; n++) await sharesIdea(ann, { Title: `Sample idea ${n}` });
  await ann.says('my ideas');
  const list = await ann.chat.messageSaying(/^My ideas\n[\s\S]*Sample idea 6/u);
  expect(list.text()).not.toContain('Sample idea 1\n');
  const older = (await list.card.press('Older')).card;
  expect(older.text()).toContain('Sample idea 1');
  const story = (await older.press('Open', { nth: 0 })).card;
  expect(story.text()).toContain('You sent it.');
});

test('nobody opens an idea of somebody else', async () => {
  await using started = await startedService();
  const ann = started.teams.person('Ann Sample');
  const bob = started.teams.person('Bob Sample');
  await sharesIdea(ann, { Title: 'Sample idea of Ann' });
  await sharesIdea(bob, { Title: 'Sample idea of Bob' });
  const [ofAnn] = (await stored(started)).filter(({ title }) => title.includes('Ann'));
  await bob.says('my ideas');
  const list = await bob.chat.messageSaying(/^My ideas\n/u);
  const outcome = await list.card
    .tamper((data) => ({ ...data, about: { idea: ofAnn?.reference } }))
    .press('Open');
  expect(outcome.text()).toContain('I cannot find that one among your ideas');
});
