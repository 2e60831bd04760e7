import { expect, test } from '@jest/globals';
import { type Submission, submissions } from '../../src/ideas/model.ts';
import { everyDocument } from '../../src/store/every-document.ts';
import type { Seat } from '../teams/simulator/seat.ts';
import { until } from '../teams/simulator/until.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { type MovingClock, movingClock } from './moving-clock.ts';
import { many, queuedIdeas } from './queued-ideas.ts';
import { type Started, startedService } from './started-service.ts';
import { notes, runTriageJob } from './triage-jobs.ts';

async function stored({ store, teams }: Started): Promise<readonly Submission[]> {
  const found: Submission[] = [];
  for await (const { body } of everyDocument(store, submissions, teams.tenantId, { limit: 200 }))
    found.push(body);
  return found;
}

/** Who is in a team is remembered for five minutes. */
const minutesLater = (clock: MovingClock, minutes: number) =>
  clock.goTo(new Date(clock.now().getTime() + minutes * 60_000).toISOString());

const saying = (seat: Seat, text: string) => seat.messages().filter((one) => one.text().includes(text));

test('while an owner is away the team is reminded in their place, and of two who take over the first has it', async () => {
  const clock = movingClock('2027-02-22T10:00:00Z');
  await using started = await startedService({ clock });
  const { team, channel, tess, tom } = await innovationTeam(started.teams);
  const tia = started.teams.person('Tia Sample');
  team.with(tia);
  await tom.says('away until the cows come home');
  await tom.chat.messageSaying('Say the day you are back');
  await tom.says('away until 12 march');
  const away = await tom.chat.messageSaying('Tom Sample is away until Friday 12 March 2027');
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  await sharesIdea(ann, { Title: 'Sample idea: another form' });
  for (const title of ['one form', 'another form']) {
    const card = await channel.as(tom).messageSaying(`Sample idea: ${title}`);
    await card.card.press('Take it');
  }
  clock.goTo('2027-03-05T09:00:00Z');
  await runTriageJob(started, clock, 'clock');
  for (const title of ['one form', 'another form'])
    await notes(await channel.as(tess).messageSaying(`Sample idea: ${title}`), 'Sample note');
  const line = 'Tom Sample is away until Friday 12 March 2027. Who takes it over?';
  const asked = /A decision is due by[\s\S]*one form[\s\S]*Who takes it over/u;
  const [ofTess, ofTia] = await Promise.all([
    channel.as(tess).messageSaying(asked),
    channel.as(tia).messageSaying(asked),
  ]);
  expect(ofTess.text()).toContain(line);
  expect(ofTess.text()).not.toContain('You have it');
  await started.settled();
  expect(saying(tom.chat, 'A decision is due')).toHaveLength(0);

  await tia.says('today');
  const today = await tia.chat.messageSaying('Colleagues who are away or gone');
  expect(today.text()).toContain('2 submissions are still with them.');
  expect(today.text()).toContain('Due soon: 2');

  const taken = await Promise.all([ofTess.card.press('Take it over'), ofTia.card.press('Take it over')]);
  const [idea] = (await stored(started)).filter(({ title }) => title === 'Sample idea: one form');
  expect(['Tess Sample', 'Tia Sample']).toContain(idea?.owner?.name);
  const texts = taken.map((outcome) => outcome.text());
  expect(texts.filter((text) => text.includes(`${idea?.owner?.name} has it`))).toHaveLength(1);
  expect(
    texts.filter((text) => text.includes(`Meanwhile it has gone to ${idea?.owner?.name}.`)),
  ).toHaveLength(1);
  await ann.chat.messageSaying(`${idea?.owner?.name} of the innovation team looks after it now.`);

  expect((await away.card.press('I am back')).text()).toContain('Tom Sample is there');
  await tia.says('today');
  await tia.chat.until('today without Tom', () =>
    saying(tia.chat, 'What waits for you today').at(-1)?.text().includes('away or gone') ? undefined : true,
  );
});

test('a date of return is typed in a dialog too, and one that is past comes back as typed', async () => {
  await using started = await startedService({ clock: movingClock('2027-02-22T10:00:00Z') });
  const { tess } = await innovationTeam(started.teams);
  await tess.says('today');
  const form = (await (await tess.chat.messageSaying('What waits for you today')).card.press('I am away'))
    .card;
  const refused = await form.fill({ 'The day you are back': '2027-02-22' }).press('Save');
  expect(refused.text()).toContain('Please choose a day ahead');
  const shown = await refused.card
    .fill({ 'The day you are back': '2027-03-01' })
    .press('Save', { twice: true });
  expect(shown.text()).toContain('Tess Sample is away until Monday 1 March 2027');
  const eve = started.teams.person('Eve Sample');
  await eve.says('away until friday');
  await eve.chat.messageSaying('Only the innovation team can do this');
});

test('all that somebody had who left is handed over whatever the number, once, though two press at once', async () => {
  const clock = movingClock('2027-02-22T10:00:00Z');
  await using started = await startedService({ clock });
  const { team, channel, tess, tom } = await innovationTeam(started.teams);
  const tia = started.teams.person('Tia Sample');
  team.with(tia);
  await Promise.all([tom.says('hi'), tia.says('hi'), tess.says('hi')]);
  const owner = { personId: tom.objectId, name: tom.name };
  await queuedIdeas(started.store, started.teams.tenantId, many(230, { owner, state: 'inReview' }));
  await tess.says('today');
  expect((await tess.chat.messageSaying('What waits for you today')).text()).not.toContain('Tom Sample');
  await team.leaves(tom);
  minutesLater(clock, 6);
  const formOf = async (seat: Seat) => {
    await seat.says('today');
    const today = await seat.messageSaying('Tom Sample is no longer in the innovation team');
    expect(today.text()).toContain('230 submissions are still with them.');
    expect(Buffer.byteLength(JSON.stringify(today.card.json))).toBeLessThan(28 * 1024);
    return (await today.card.press('Hand over')).card.fill({ 'To whom': 'Tess Sample' });
  };
  const [ofTess, ofTia] = [await formOf(channel.as(tess)), await formOf(tia.chat)];
  const answers = await Promise.all([
    ofTess.press('Hand over', { twice: true }),
    ofTia.press('Hand over', { twice: true }),
  ]);
  for (const answer of answers) expect(answer.text()).toMatch(/Tess Sample/u);
  await until('all to be with Tess', async () =>
    (await stored(started)).every((one) => one.owner?.name === 'Tess Sample') ? true : undefined,
  );
  for (const { history, coOwners } of await stored(started)) {
    expect(history.filter(({ what }) => what === 'assigned')).toHaveLength(1);
    expect(coOwners).toBeUndefined();
  }
  await tess.chat.until('word of the end', () =>
    saying(tess.chat, 'Tom Sample had').length > 0 ? true : undefined,
  );
  await started.settled(tess);
  expect(saying(tess.chat, 'has given you an idea')).toHaveLength(0);
  expect(saying(tess.chat, 'Tia Sample has handed over to you').length).toBeLessThanOrEqual(1);
  await tess.says('today');
  await tess.chat.until('today without Tom', () =>
    saying(tess.chat, 'What waits for you today').at(-1)?.text().includes('away or gone') ? undefined : true,
  );
});
