import { expect, test } from '@jest/globals';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { movingClock } from './moving-clock.ts';
import { startedService } from './started-service.ts';

const people = 'People of the innovation team';

test('new ideas of a service go to the owners chosen for it, and of two who choose at once the second is asked', async () => {
  const clock = movingClock('2027-02-22T10:00:00Z');
  await using started = await startedService({ clock, settings: { INEWS_SERVICES: 'Housing, Finance' } });
  const { channel, tess } = await innovationTeam(started.teams);
  const [hal, hana] = [started.teams.person('Hal Sample'), started.teams.person('Hana Sample')];
  const team = started.teams.team('Housing').with(hal, hana);
  await team.installs(hal);
  const housing = team.channel('Housing ideas');
  await housing.as(hal).says('triage here for housing');
  const here = await housing.as(hal).messageSaying('Ideas for Housing are now decided in this channel');
  expect(here.text()).toContain('New ones go to whoever comes first.');
  await hana.says('hi');

  const choose = 'Choose who new ones go to';
  const ofHal = (await here.card.press(choose)).card;
  const ofHana = (await (await housing.as(hana).messageSaying('Ideas for Housing')).card.press(choose)).card;
  const eve = started.teams.person('Eve Sample');
  const stranger = await ofHal.fill({ [people]: [eve.objectId] }).press('Save');
  expect(stranger.text()).toContain('One of these people is not in the innovation team');
  const saved = await stranger.card.fill({ [people]: [hana.objectId] }).press('Save', { twice: true });
  expect(saved.text()).toContain('New ones go to Hana Sample.');
  const late = await ofHana.fill({ [people]: [hal.objectId, hana.objectId] }).press('Save');
  expect(late.text()).toContain('Meanwhile Hal Sample has chosen. New ones go to Hana Sample.');

  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann, { Title: 'Sample idea: of housing', 'Service area': 'Housing' });
  await hana.chat.messageSaying('A new idea has come to you');
  const card = await housing.as(hal).messageSaying('Sample idea: of housing');
  await housing
    .as(hal)
    .until('Hana to have it', () =>
      card.text().includes('In review · Hana Sample has it') ? true : undefined,
    );
  await ann.chat.messageSaying('Hana Sample of the innovation team looks after it now.');

  // Her own she cannot decide on, and one of another service is none of hers.
  await sharesIdea(hana, { Title: 'Sample idea: of Hana', 'Service area': 'Housing' });
  await sharesIdea(ann, { Title: 'Sample idea: of finance', 'Service area': 'Finance' });
  const own = await housing.as(hal).messageSaying('Sample idea: of Hana');
  const other = await channel.as(tess).messageSaying('Sample idea: of finance');

  expect((await late.card.press('Save')).text()).toContain('New ones go to Hal Sample, Hana Sample.');
  await team.leaves(hana);
  clock.goTo('2027-02-22T10:10:00Z');
  await sharesIdea(ann, { Title: 'Sample idea: the last', 'Service area': 'Housing' });
  const last = await housing.as(hal).messageSaying('Sample idea: the last');
  await housing
    .as(hal)
    .until('Hal alone to have it', () =>
      last.text().includes('In review · Hal Sample has it') ? true : undefined,
    );
  for (const unowned of [own, other]) expect(unowned.text()).toContain('New');
});
