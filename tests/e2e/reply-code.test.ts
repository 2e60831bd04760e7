import { expect, test } from '@jest/globals';
import type { DocumentStore } from '../../src/store/document-store.ts';
import type { Person } from '../teams/simulator/person.ts';
import { everyDocument } from './every-document.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { startedService } from './started-service.ts';

const anonymous = { 'How should we name you?': 'Not at all: my name is not stored' };

async function opensCodeForm(person: Person) {
  await person.says('reply code');
  const invite = await person.chat.messageSaying('Read what was said about your idea');
  return (await invite.card.press('Type the reply code')).card;
}

const codeOn = (text: string): string => /[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}/u.exec(text)?.[0] ?? '';

/** Every stored document that names the reference, as text. */
const documentsNaming = async (store: DocumentStore, reference: string): Promise<readonly string[]> =>
  (await everyDocument(store)).filter((document) => document.includes(reference));

test('an anonymous author reads and answers a question by the reply code, and nothing ties them to it', async () => {
  const lines: string[] = [];
  const note = (...parts: unknown[]) => lines.push(JSON.stringify(parts));
  const telemetry = { info: note, warn: note, error: note, count: note, record: note };
  await using started = await startedService({ telemetry });
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  const receipt = (await sharesIdea(ann, anonymous)).text();
  expect(receipt).toContain('say “reply code” in your own chat');
  const reference = /reference is (\w{6})/u.exec(receipt)?.[1] ?? '';
  const card = await channel.as(tess).messageSaying('By somebody who asked not to be named');
  const question = (await card.card.press('Ask a question')).card;
  question.fill({ 'Your question': 'Which three forms are they?' });
  await question.press('Send question');

  const form = await opensCodeForm(ann);
  form.fill({ 'Reply code': codeOn(receipt).toLowerCase().replaceAll('-', ' ') });
  const story = (await form.press('Open')).card;
  expect(story.text()).toContain('Which three forms are they?');
  story.fill({ 'Your answer': 'Sample answer: housing, council tax and parking.' });
  const answered = await story.press('Send answer', { twice: true });
  expect(answered.text()).toContain('You answered:');
  expect(answered.card.buttons()).toEqual([]);
  await channel
    .as(tess)
    .until('the answer on the card', () =>
      card.text().includes('Sample answer: housing') ? true : undefined,
    );

  const documents = await documentsNaming(started.store, reference);
  expect(documents.length).toBeGreaterThan(1);
  for (const trace of [ann.objectId, ann.name, ann.entry.teamsId, ann.chat.id]) {
    expect(documents.join('\n')).not.toContain(trace);
    expect(lines.filter((line) => line.includes(reference)).join('\n')).not.toContain(trace);
    expect(lines.join('\n')).not.toContain(trace);
  }
});

test('five wrong codes in an hour are the most, even the right one is not looked at then, and others may go on', async () => {
  const clock = { now: () => new Date('2026-11-24T10:20:00Z') };
  await using started = await startedService({ clock });
  const [ann, bob] = [started.teams.person('Ann Sample'), started.teams.person('Bob Sample')];
  const code = codeOn((await sharesIdea(ann, anonymous)).text());
  const form = await opensCodeForm(bob);
  const tries = async (typed: string) => {
    form.fill({ 'Reply code': typed });
    return (await form.press('Open')).text();
  };
  // What cannot be a code is answered alike and not counted.
  expect(await tries('AEIO-1111-0000')).toContain('No idea has this code');
  for (let n = 0; n < 5; n++) expect(await tries('2345-6789-BCDF')).toContain('No idea has this code');
  expect(await tries(code)).toContain('five wrong codes within an hour');
  const asAnn = await opensCodeForm(ann);
  asAnn.fill({ 'Reply code': code });
  expect((await asAnn.press('Open')).text()).toContain('Now: Received');
  expect(await documentsNaming(started.store, 'wrong-codes')).toHaveLength(1);
});

test('of many wrong codes at once no more than five are looked at', async () => {
  await using started = await startedService();
  const bob = started.teams.person('Bob Sample');
  const form = await opensCodeForm(bob);
  form.fill({ 'Reply code': '2345-6789-BCDF' });
  const answers = await Promise.all(Array.from({ length: 8 }, () => form.press('Open')));
  expect(answers.filter((answer) => answer.text().includes('five wrong codes'))).toHaveLength(3);
});

test('the code form answers in the 1:1 chat alone', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  await channel.as(tess).says('reply code');
  await channel.as(tess).messageSaying('This is for your eyes only');
});
