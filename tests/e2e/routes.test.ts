import { expect, test } from '@jest/globals';
import type { Teams } from '../teams/simulator/teams.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { many, queuedIdeas } from './queued-ideas.ts';
import { startedService } from './started-service.ts';

const settings = { INEWS_SERVICES: 'Housing, Finance' };

/** A team of its own whose channel is for the ideas of Housing. */
async function housingTeam(teams: Teams) {
  const hal = teams.person('Hal Sample');
  const hana = teams.person('Hana Sample');
  const team = teams.team('Housing').with(hal, hana);
  await team.installs(hal);
  const channel = team.channel('Housing ideas');
  await channel.as(hal).says('triage here for housing');
  await channel.as(hal).messageSaying('Ideas for Housing are now decided in this channel');
  return { team, channel, hal, hana };
}

test('ideas of a service area with its own channel go there, all others to the channel for all', async () => {
  await using started = await startedService({ settings });
  const { channel, tess } = await innovationTeam(started.teams);
  const housing = await housingTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann, { Title: 'Sample idea: of housing', 'Service area': 'Housing' });
  await sharesIdea(ann, { Title: 'Sample idea: of finance', 'Service area': 'Finance' });
  const card = await housing.channel.as(housing.hal).messageSaying('Sample idea: of housing');
  await channel.as(tess).messageSaying('Sample idea: of finance');
  expect(
    channel
      .as(tess)
      .messages()
      .map((one) => one.text())
      .join(),
  ).not.toContain('of housing');
  expect((await card.card.press('Take it')).text()).toContain('Hal Sample has it');
});

test('who decides for one service area sees and does nothing outside of it', async () => {
  await using started = await startedService({ settings });
  const { tess } = await innovationTeam(started.teams);
  const { channel: ours, hal } = await housingTeam(started.teams);
  await queuedIdeas(started.store, started.teams.tenantId, [
    { title: 'Sample idea: of housing', service: 'Housing' },
    { title: 'Sample idea: of finance', service: 'Finance' },
    { title: 'Sample idea: of nobody' },
  ]);
  await ours.as(hal).says('triage');
  const list = await ours.as(hal).messageSaying('Sample idea: of housing');
  expect(list.text()).not.toContain('of finance');
  expect(list.text()).not.toContain('of nobody');
  await hal.says('find finance');
  await hal.chat.messageSaying('I found nothing about “finance”');
  await hal.says('today');
  expect((await hal.chat.messageSaying('What waits for you today')).text()).not.toContain('of finance');

  // A card of the other channel, as somebody who was in both teams may still have it open.
  await tess.says('triage');
  const all = await tess.chat.messageSaying('3 in all');
  expect(all.text()).toContain('of finance');
  const form = (await all.card.press('Do several at once')).card;
  const [, finance] = [...JSON.stringify(form.json).matchAll(/"value":"([0-9A-Z]{6}\.\d+)"/gu)];
  await ours.as(hal).says('triage');
  const ofHal = (await (await ours.as(hal).messageSaying('of housing')).card.press('Do several at once'))
    .card;
  const [, own = ''] = /of housing · ([0-9A-Z]{6})/u.exec(JSON.stringify(ofHal.json)) ?? [];
  ofHal.fill({
    Which: `Sample idea: of housing · ${own} · New`,
    'What to do with them': 'Decline them',
    'Reason, when you park or decline': 'Sample reason',
  });
  const forged = await ofHal.tamper((data) => ({ ...data, ticked: finance?.[1] ?? '' })).press('Do it');
  expect(forged.text()).toContain('Not there, or not yours to decide');
  const [reference = ''] = (finance?.[1] ?? '').split('.');
  const opened = await list.card.tamper((data) => ({ ...data, about: { idea: reference } })).press('Open');
  expect(opened.text()).toContain('This idea belongs to another service area');
});

test('a service area that gets its own channel takes its open cards along, and the old ones are closed', async () => {
  await using started = await startedService({ settings });
  const { channel, tess } = await innovationTeam(started.teams);
  await sharesIdea(started.teams.person('Ann Sample'), {
    Title: 'Sample idea: of housing',
    'Service area': 'Housing',
  });
  const old = await channel.as(tess).messageSaying('Sample idea: of housing');
  expect(old.card.buttons()).toContain('Take it');
  const housing = await housingTeam(started.teams);
  await housing.channel.as(housing.hal).messageSaying('Sample idea: of housing');
  await channel
    .as(tess)
    .until('the old card to be closed', () =>
      old.text().includes('This is decided in another channel now') ? true : undefined,
    );
  expect(old.card.buttons()).toEqual([]);
});

test('the channel is moved with its open cards, and moved back they come anew', async () => {
  await using started = await startedService();
  const { team, channel, tess } = await innovationTeam(started.teams);
  await sharesIdea(started.teams.person('Ann Sample'));
  const first = await channel.as(tess).messageSaying('Sample idea: one form');
  const other = team.channel('Triage two');
  await other.as(tess).says('triage here');
  const second = await other.as(tess).messageSaying('Sample idea: one form');
  await channel
    .as(tess)
    .until('the first card to be closed', () =>
      first.text().includes('another channel now') ? true : undefined,
    );
  await second.card.press('Take it');
  await other
    .as(tess)
    .until('the second card to be up to date', () =>
      second.text().includes('Tess Sample has it') ? true : undefined,
    );
  expect(first.text()).not.toContain('Tess Sample has it');

  await channel.as(tess).says('triage here');
  await channel.as(tess).until('a new card in the first channel', () =>
    channel
      .as(tess)
      .messages()
      .some((one) => one.text().includes('Tess Sample has it'))
      ? true
      : undefined,
  );
  await other
    .as(tess)
    .until('the second card to be closed', () =>
      second.text().includes('another channel now') ? true : undefined,
    );
});

test('an idea whose author changes its service area moves to the channel of that area', async () => {
  await using started = await startedService({ settings });
  const { channel, tess } = await innovationTeam(started.teams);
  const housing = await housingTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann, { 'Service area': 'Finance' });
  const old = await channel.as(tess).messageSaying('one form');
  await ann.says('my ideas');
  const story = (
    await (
      await ann.chat.until('the list', () =>
        ann.chat.messages().find((one) => one.card.buttons().includes('Open')),
      )
    ).card.press('Open')
  ).card;
  const form = (await story.press('Edit')).card;
  form.fill({ 'Service area': 'Housing' });
  await form.press('Save');
  await housing.channel.as(housing.hal).messageSaying('one form');
  await channel
    .as(tess)
    .until('the old card to be closed', () =>
      old.text().includes('another channel now') ? true : undefined,
    );
});

test('a service area that is not known is refused with those that are', async () => {
  await using started = await startedService({ settings });
  const { channel, tess } = await innovationTeam(started.teams);
  await queuedIdeas(started.store, started.teams.tenantId, many(1));
  await channel.as(tess).says('triage here for gardens');
  await channel
    .as(tess)
    .messageSaying('There is no service area “gardens”. These are known: Housing, Finance');
});
