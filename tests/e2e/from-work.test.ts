import { expect, test } from '@jest/globals';
import { articles, cases } from '../../src/reading/model.ts';
import type { Card } from '../teams/simulator/card.ts';
import type { Message } from '../teams/simulator/message.ts';
import type { Person } from '../teams/simulator/person.ts';
import type { Seat } from '../teams/simulator/seat.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { type Started, startedService } from './started-service.ts';
import { pressMore } from './triage-jobs.ts';

const says = async (seat: Seat, text: string): Promise<Card> => (await seat.asks(text)).card;

async function decides({ card }: Pick<Message, 'card'>, decision: string): Promise<Card> {
  const form = (await card.press('Decide')).card;
  form.fill({ Decision: decision, Reason: 'Sample reason: worth it.' });
  return (await form.press('Decide')).card;
}

const written = async ({ store, teams }: Started) =>
  (await store.query(articles, teams.tenantId, { limit: 100 })).documents.flatMap(({ body }) =>
    body.kind === 'iNews' && body.publishedAt > '2020' && !body.title.startsWith('Different') ? [body] : [],
  );

const added = async ({ store, teams }: Started) =>
  (await store.query(cases, teams.tenantId, { limit: 100 })).documents.flatMap(({ body }) =>
    'added' in body ? [body] : [],
  );

test('what somebody of the innovation team writes is published at once, and they take it back', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample').hasAppSilently();
  const form = (await (await says(channel.as(tess), 'write')).press('Write an article')).card;
  expect(form.text()).toContain('it is published at once');
  form.fill({ Title: 'Sample article of Tess', Text: 'Sample text: one form instead of three.' });
  const done = (await form.press('Publish', { twice: true })).card;
  expect(done.text()).toContain('Everybody can read it now, under your name.');
  expect((await says(ann.chat, 'latest')).text()).toContain('Tess Sample, iNews');
  expect(await written(started)).toHaveLength(1);
  const reading = (await (await says(ann.chat, 'latest')).press('Open', { nth: 0 })).card;
  expect((await done.press('See it')).text()).toContain('Sample text: one form instead of three.');

  const back = (await done.press('Take it back', { twice: true })).card;
  expect(back.text()).toContain('Hidden by Tess Sample');
  expect((await says(ann.chat, 'latest')).text()).not.toContain('Sample article of Tess');
  expect((await reading.press('Useful')).text()).toContain('no longer here');
  await back.press('Show again');
  expect((await says(ann.chat, 'latest')).text()).toContain('Sample article of Tess');

  const ofAnn = (await (await says(ann.chat, 'write')).press('Write an article')).card;
  expect(ofAnn.buttons()).toContain('Send');
  expect(ofAnn.buttons()).not.toContain('Publish');
});

test('an adopted idea begins an article, naming its author only as they chose', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const [ann, ben] = [started.teams.person('Ann Sample'), started.teams.person('Ben Sample')];
  const eve = started.teams.person('Eve Sample').hasAppSilently();
  await sharesIdea(ann, { Title: 'Sample idea of Ann' });
  await sharesIdea(ben, {
    Title: 'Sample secret idea',
    'What would you change, and why?': 'Sample text: a wholly different matter of pool cars.',
    'How should we name you?': 'By name, to the innovation team only',
  });
  const posted = await channel.as(tess).messageSaying('Sample idea of Ann');
  await posted.card.press('More');
  expect(posted.card.buttons()).not.toContain('Write an article');
  await decides(posted, 'Adopt');
  const adopted = await channel.as(tom).until('the adopted card', () => {
    const message = channel
      .as(tom)
      .messages()
      .find((one) => one.text().includes('Sample idea of Ann'));
    return message?.text().includes('Adopted') ? message : undefined;
  });
  const draft = await pressMore(adopted, 'Write an article');
  expect(draft.valueOf('Title')).toBe('Sample idea of Ann');
  expect(draft.valueOf('Text')).toContain('One form instead of three');
  expect(draft.valueOf('Text')).toContain('The idea came from Ann Sample.');
  draft.fill({ Title: 'Sample article on the idea of Ann' });
  expect((await draft.press('Publish', { twice: true })).text()).toContain('Everybody can read it now');
  const article = (await (await says(eve.chat, 'latest')).press('Open', { nth: 0 })).card;
  expect(article.text()).toContain('Tom Sample, iNews');

  const secret = await channel.as(tess).messageSaying('Sample secret idea');
  await decides(secret, 'Adopt');
  const ofSecret = await channel.as(tess).until('the adopted card', () => {
    const message = channel
      .as(tess)
      .messages()
      .find((one) => one.text().includes('Sample secret idea'));
    return message?.text().includes('Adopted') ? message : undefined;
  });
  const unnamed = await pressMore(ofSecret, 'Write an article');
  expect(unnamed.text()).toContain('is not named to everybody');
  expect(unnamed.valueOf('Text')).not.toContain('Ben Sample');

  // Whoever is not of the team begins nothing from the work of others.
  const own = await says(eve.chat, 'write');
  const forged = own.tamper((data) => ({ ...data, about: { idea: reference } }));
  const reference = /[A-Z0-9]{6}/u.exec(ofSecret.text())?.[0] ?? '';
  expect((await forged.press('Write an article')).text()).toContain('There is nothing to tell of yet');
  expect(await written(started)).toHaveLength(1);
});

async function leadsProject(lead: Person, fillings: Readonly<Record<string, string>>): Promise<void> {
  const form = (await (await says(lead.chat, 'idea')).press('Share an idea')).card;
  await form.press('Add more');
  form.fill({
    Title: 'Sample project: one number',
    'What would you change, and why?': 'Sample text: tenants ring one number for every repair.',
    'What is it?': 'A project already under way',
    'Service area': 'Housing',
    ...fillings,
  });
  await form.press('Send');
}

test('the lead of a project writes of it, and is named only where they are to everybody', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const [ann, eve] = [started.teams.person('Ann Sample'), started.teams.person('Eve Sample')];
  ann.hasAppSilently();
  eve.hasAppSilently();
  await leadsProject(ann, { 'How should we name you?': 'By name, to the innovation team only' });
  const posted = await channel.as(tess).messageSaying('Sample project: one number');
  await posted.card.press('Publish');
  const page = async (seat: Seat) => (await (await says(seat, 'projects')).press('Open', { nth: 0 })).card;
  expect((await page(ann.chat)).buttons()).not.toContain('Write an article about it');
  const told = await ann.chat.messageSaying('Your project is published');
  const story = (await told.card.press('See the whole story')).card;
  const update = (await story.press('Send an update')).card;
  update.fill({ 'What has happened?': 'Sample text: 40 calls a day go to one number.' });
  const updated = (await update.press('Send update')).card;
  expect((await page(eve.chat)).buttons()).not.toContain('Write an article about it');
  const draft = (await updated.press('Write an article about it')).card;
  expect(draft.text()).toContain('It is published without your name');
  expect(draft.valueOf('Title')).toBe('Sample project: one number');
  expect(draft.valueOf('Text')).toContain('40 calls a day');
  expect((await draft.press('Send', { twice: true })).text()).toContain('is with the innovation team');
  const proposal = await channel.as(tess).messageSaying('An article from staff');
  expect(proposal.text()).toContain('By Ann Sample');
  expect(proposal.text()).toContain('It is published without a name.');
  await proposal.card.press('Publish');
  const news = await ann.chat.messageSaying('Your article is published');
  expect((await news.card.press('See it')).text()).toContain('40 calls a day');
  const read = (await (await says(eve.chat, 'latest')).press('Open', { nth: 0 })).card;
  expect(read.text()).toContain('40 calls a day');
  expect(read.text()).not.toContain('Ann Sample');
  expect((await written(started)).map(({ author }) => author)).toEqual([undefined]);
});

test('a finished trial becomes a case study in one press; of two who do it the second is told', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  tess.hasAppSilently();
  const [ann, eve] = [started.teams.person('Ann Sample'), started.teams.person('Eve Sample')];
  eve.hasAppSilently();
  await sharesIdea(ann, { 'Service area': 'Housing' });
  const posted = await channel.as(tess).messageSaying('Sample idea: one form');
  const onTrial = await decides(posted, 'Accept for trial');
  const plan = (await onTrial.press('Plan the trial')).card;
  const planned = (await plan.fill({ 'What is measured': 'Sample measure: forms' }).press('Save')).card;
  await planned.press('More');
  expect(planned.buttons()).not.toContain('Make a case study');
  const verdict = (await planned.press('Give the verdict')).card;
  verdict.fill({
    Verdict: 'Adopt it',
    'What was learnt; the author reads it': 'Sample text: half of the forms were enough.',
  });
  const adopted = (await verdict.press('Save')).card;
  const benefits = (await adopted.press('Report benefits')).card;
  benefits.fill({
    'Saved each year, in whole pounds: money that leaves a budget': '£12,000',
    'What else is better, and for whom': 'Sample text: residents tell us once.',
    'How sure is this?': 'Measured',
  });
  await benefits.press('Save');
  const reported = async (person: Person) =>
    channel.as(person).until('the reported card', () => {
      const message = channel
        .as(person)
        .messages()
        .find((one) => one.text().includes('one form'));
      return message?.text().includes('£12,000') ? message : undefined;
    });
  const ofTess = await pressMore(await reported(tess), 'Make a case study');
  const ofTom = await pressMore(await reported(tom), 'Make a case study');
  expect(ofTess.valueOf('Title')).toBe('Sample idea: one form');
  expect(ofTess.valueOf('Place or service')).toBe('Housing');
  const body = ofTess.valueOf('What was looked at or done, and what was learnt');
  expect(body).toContain('One form instead of three');
  expect(body).toContain('What was measured: Sample measure: forms');
  expect(body).toContain('Verdict: adopted after the trial.');
  expect(body).toContain('half of the forms were enough');
  expect(ofTess.text()).toContain('Saved: £12,000 a year');
  expect(ofTess.text()).toContain('residents tell us once');
  expect(ofTess.text()).toContain('as reported by the lead');
  expect(body).not.toContain('Ann Sample');
  const saved = (await ofTess.press('Save', { twice: true })).card;
  expect(saved.text()).toContain('This has been measured.');
  ofTom.fill({ Title: 'Sample case of Tom' });
  const late = (await ofTom.press('Save')).card;
  expect(late.text()).toContain('Tess Sample wrote it meanwhile.');
  expect(late.valueOf('Title')).toBe('Sample case of Tom');
  expect((await (await pressMore(await reported(tom), 'Make a case study')).press('Save')).text()).toContain(
    'Sample idea: one form',
  );
  expect(await added(started)).toHaveLength(1);
  expect((await says(eve.chat, 'cases one form')).text()).toContain('Sample idea: one form');
});
