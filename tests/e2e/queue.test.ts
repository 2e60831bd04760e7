import { expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import type { Card } from '../teams/simulator/card.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { many, queuedIdeas } from './queued-ideas.ts';
import { startedService } from './started-service.ts';

const tickable = (form: Card, most = Number.POSITIVE_INFINITY): readonly string[] => {
  const titles = [...JSON.stringify(form.json).matchAll(/"title":"(Sample idea [^"]*)"/gu)];
  return titles.map(([, title = '']) => title).slice(0, most);
};

test('a queue of 500 is worked through by three at once, 25 at a time, and each is decided once', async () => {
  await using started = await startedService();
  const { team, channel, tess, tom } = await innovationTeam(started.teams);
  const tia = started.teams.person('Tia Sample');
  team.with(tia);
  await queuedIdeas(started.store, started.teams.tenantId, many(500));
  await channel.as(tess).says('triage');
  const list = await channel.as(tess).messageSaying('500 in all');
  expect(list.text()).toContain('Sample idea 1');
  expect(list.text()).toContain('Overdue since');
  const ways = { 'Decline them': tess, 'Park them: not now': tom, 'Decline them too': tia };
  const lost: string[] = [];
  const works = async (way: string, person: typeof tess) => {
    const seen = await channel.as(person).messageSaying('500 in all');
    let form = (await seen.card.press('Do several at once')).card;
    while (!form.text().includes('Nothing waits for a decision')) {
      const ticked = tickable(form);
      form.fill({
        Which: ticked,
        'What to do with them': way.replace(' too', ''),
        'Reason, when you park or decline': `Sample reason of ${person.name}`,
      });
      const done = await form.press('Do it');
      if (!done.text().includes(`${ticked.length} of ${ticked.length} done`)) lost.push(done.text());
      form = (await done.card.press('Go on')).card;
    }
  };
  await Promise.all(Object.entries(ways).map(([way, person]) => works(way, person)));
  // Whoever came second was told who had decided, and nothing of theirs took its place.
  expect(lost[0]).toMatch(/(?:Tess|Tom|Tia) Sample/u);
  const { store, teams } = started;
  const decided = async (state: 'declined' | 'parked') => store.count(submissions, teams.tenantId, { state });
  expect((await decided('declined')) + (await decided('parked'))).toBe(500);
  const { documents } = await store.query(submissions, teams.tenantId, { limit: 500 });
  const times = documents.map(({ body }) => body.history.filter(({ what }) => what === 'decided').length);
  expect(times.filter((count) => count !== 1)).toEqual([]);
});

test('filters combine, and each of the found is a press away from its triage card', async () => {
  await using started = await startedService({ settings: { INEWS_SERVICES: 'Housing, Finance' } });
  const { tess } = await innovationTeam(started.teams);
  const supported = { counts: { supports: 7, comments: 0 } };
  await queuedIdeas(started.store, started.teams.tenantId, [
    {
      title: 'Sample idea: old and supported',
      service: 'Housing',
      theme: 'education',
      topics: ['offending'],
      ...supported,
    },
    {
      title: 'Sample idea: of another service',
      service: 'Finance',
      theme: 'education',
      topics: ['offending'],
      ...supported,
    },
    { title: 'Sample idea: of no theme', service: 'Housing', topics: ['offending'], ...supported },
    { title: 'Sample idea: unsupported', service: 'Housing', theme: 'education', topics: ['offending'] },
    {
      title: 'Sample idea: taken',
      service: 'Housing',
      theme: 'education',
      topics: ['offending'],
      owner: { personId: 'somebody', name: 'Sample Somebody' },
      ...supported,
    },
    {
      title: 'Sample idea: of no topic',
      service: 'Housing',
      theme: 'education',
      ...supported,
    },
    ...many(10),
    {
      title: 'Sample idea: young',
      service: 'Housing',
      theme: 'education',
      topics: ['offending'],
      ...supported,
    },
  ]);
  await tess.says('triage');
  const list = await tess.chat.messageSaying('17 in all');
  const form = (await list.card.press('Choose what to see')).card;
  form.fill({
    Service: 'Housing',
    Theme: 'Education',
    Topic: 'Offending',
    Supporters: '5 or more',
    'Who has it': 'Nobody',
    'How old': '7 days or more',
  });
  // Each of the others fails in one thing alone.
  const found = (await form.press('Show')).card;
  expect(found.text().match(/Sample idea: .*/gu)).toEqual(['Sample idea: old and supported']);
  const worded = (await form.fill({ 'With these words': 'submarine' }).press('Show')).text();
  expect(worded).toContain('I found nothing about');
  const card = (await found.press('Open')).card;
  expect(card.text()).toContain('Theme: Education');
  expect((await card.press('Take it')).text()).toContain('Tess Sample has it');

  const again = (await list.card.press('Choose what to see')).card;
  again.fill({ 'Who has it': 'Sample Somebody' });
  expect((await again.press('Show')).text()).toContain('Sample idea: taken');
  again.fill({ 'Who has it': 'Nobody', 'Where it stands': 'Adopted' });
  expect((await again.press('Show')).text()).toContain('There is none of these');
});

test('a long list is paged, forth and from the start', async () => {
  await using started = await startedService();
  const { tess } = await innovationTeam(started.teams);
  await queuedIdeas(started.store, started.teams.tenantId, many(10));
  await tess.says('triage');
  const list = (await tess.chat.messageSaying('10 in all')).card;
  expect(list.text()).not.toContain('Sample idea 9');
  const next = (await list.press('Next')).card;
  expect(next.text()).toContain('Sample idea 10');
  expect(next.buttons()).not.toContain('Next');
  expect(next.text()).not.toMatch(/Sample idea 1\b/u);
  expect((await next.press('From the start')).text()).toMatch(/Sample idea 1\b/u);
});

test('an empty queue says a kind word, and one of one shows it', async () => {
  await using started = await startedService();
  const { tess } = await innovationTeam(started.teams);
  await tess.says('triage');
  const empty = await tess.chat.messageSaying('Nothing waits for a decision. Well done.');
  expect(empty.card.buttons()).toEqual(['Choose what to see']);
  await queuedIdeas(started.store, started.teams.tenantId, many(1));
  await tess.says('triage');
  await tess.chat.messageSaying('One in all');
});

test('of two who work through the same list, each hears what the other did first', async () => {
  await using started = await startedService();
  const { channel, tess, tom } = await innovationTeam(started.teams);
  const [first] = await queuedIdeas(started.store, started.teams.tenantId, many(3));
  const formOf = async (person: typeof tess) => {
    await channel.as(person).says('triage');
    const list = await channel.as(person).messageSaying('3 in all');
    return (await list.card.press('Do several at once')).card;
  };
  const [ofTess, ofTom] = [await formOf(tess), await formOf(tom)];
  const ticked = tickable(ofTess, 2);
  ofTess.fill({
    Which: ticked,
    'What to do with them': 'Park them: not now',
    'Reason, when you park or decline': 'Sample reason',
  });
  ofTom.fill({
    Which: ticked,
    'What to do with them': 'Decline them',
    'Reason, when you park or decline': 'Sample reason of Tom',
  });
  const outcomes = await Promise.all([ofTess.press('Do it'), ofTom.press('Do it')]);
  const done = outcomes.map(
    (outcome) => [...outcome.text().matchAll(/meanwhile \w+ Sample has decided/gu)].length,
  );
  expect(done.reduce((sum, one) => sum + one, 0)).toBe(2);

  // Pressed again, the form tells the same: nothing is decided twice.
  const before = await started.store.get(submissions, started.teams.tenantId, first?.reference ?? '');
  expect((await ofTess.press('Do it', { twice: true })).text()).toEqual(outcomes[0]?.text());
  const after = await started.store.get(submissions, started.teams.tenantId, first?.reference ?? '');
  expect(after?.body.history).toEqual(before?.body.history);
});

test('what cannot be done to one is told, and done to the others', async () => {
  await using started = await startedService();
  const { tess } = await innovationTeam(started.teams);
  const [, , adopted] = await queuedIdeas(started.store, started.teams.tenantId, [
    { title: 'Sample idea a', author: { personId: tess.objectId, name: tess.name } },
    { title: 'Sample idea b', kind: 'project' },
    { title: 'Sample idea c' },
    { title: 'Sample idea d' },
  ]);
  await tess.says('triage');
  const form = (await (await tess.chat.messageSaying('4 in all')).card.press('Do several at once')).card;
  const stored = await started.store.get(submissions, started.teams.tenantId, adopted?.reference ?? '');
  if (!stored) throw new Error('The third idea is not in the store');
  await started.store.replace(submissions, stored, { ...stored.body, state: 'adopted' });
  form.fill({ Which: tickable(form), 'What to do with them': 'Decline them' });
  const refused = await form.press('Do it');
  expect(refused.text()).toContain('Please give a reason');
  refused.card.fill({ 'Reason, when you park or decline': 'Sample reason' });
  const done = (await refused.card.press('Do it')).text();
  expect(done).toContain('1 of 4 done');
  expect(done).toContain('it is your own, so somebody else decides on it');
  expect(done).toContain('not possible any more (New)');
  expect(done).toContain('not possible any more (Adopted)');
});

test('several are given to a colleague, who then has them all; and when they leave, all are handed over in one press', async () => {
  await using started = await startedService();
  const { tess, tom } = await innovationTeam(started.teams);
  await queuedIdeas(started.store, started.teams.tenantId, many(12));
  await tom.says('hi');
  await tess.says('triage');
  const list = (await tess.chat.messageSaying('12 in all')).card;
  const form = (await list.press('Do several at once')).card;
  form.fill({
    Which: tickable(form),
    'What to do with them': 'Give them to somebody',
    'To whom, when you give them to somebody': 'Tom Sample',
  });
  expect((await form.press('Do it')).text()).toContain('12 of 12 done');

  const filter = (await list.press('Choose what to see')).card;
  filter.fill({ 'Who has it': 'Tom Sample' });
  const ofTom = (await filter.press('Show')).card;
  expect(ofTom.text()).toContain('Tom Sample has it');
  const handOver = (await ofTom.press('Hand all of these over')).card;
  expect(handOver.valueOf('To whom')).toBe('Tess Sample');
  const told = await handOver.press('Hand over', { twice: true });
  expect(told.text()).toMatch(/Tess Sample has \d+ more|nothing left/u);
  expect((await filter.press('Show')).text()).toContain('There is none of these');
});

test('find looks in titles and texts, and takes a reference', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const [first] = await queuedIdeas(started.store, started.teams.tenantId, [
    { title: 'Sample idea: skips', change: 'Sample text about signatures.', state: 'declined' },
    ...many(12),
  ]);
  await tess.says('find signature');
  const found = await tess.chat.messageSaying('Sample idea: skips');
  expect(found.card.buttons().filter((name) => name === 'Open')).toHaveLength(1);
  await tess.says(`find ${first?.reference.toLowerCase()}`);
  await tess.chat.until('the one of that reference', () =>
    tess.chat.messages().at(-1)?.text().includes(`about “${first?.reference.toLowerCase()}”`)
      ? true
      : undefined,
  );
  expect(tess.chat.messages().at(-1)?.text()).toContain('Sample idea: skips');
  await tess.says('find submarines');
  await tess.chat.messageSaying('I found nothing about “submarines”');
  await tess.says('find');
  await tess.chat.messageSaying('Say what to look for');
  await channel.as(tess).says('find skips');
  await channel.as(tess).messageSaying('Sample idea: skips');
});

test('only the innovation team sees the queue, and not where others read along', async () => {
  await using started = await startedService();
  const { team, tess } = await innovationTeam(started.teams);
  const eve = started.teams.person('Eve Sample');
  await sharesIdea(eve);
  await eve.says('triage');
  await eve.chat.messageSaying('Only the innovation team can do this');
  await team.general.as(tess).says('triage');
  await team.general.as(tess).messageSaying('Not everybody here may read this');
});

test('lists and forms stay small enough for every client at the longest titles', async () => {
  await using started = await startedService({ settings: { INEWS_FORMS: 'inline' } });
  const { tess } = await innovationTeam(started.teams);
  const owner = { personId: 'somebody', name: 'Sample '.repeat(10) };
  await queuedIdeas(
    started.store,
    started.teams.tenantId,
    many(30, { title: 'Sample '.repeat(17).slice(0, 120), owner, service: 'S'.repeat(100) }),
  );
  await tess.says('triage');
  const list = (await tess.chat.messageSaying('30 in all')).card;
  const form = (await list.press('Do several at once')).card;
  for (const card of [list, form])
    expect(Buffer.byteLength(JSON.stringify(card.json))).toBeLessThan(28 * 1024);
});
