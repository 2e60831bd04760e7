import { expect, test } from '@jest/globals';
import type { Person } from '../teams/simulator/person.ts';
import type { Seat } from '../teams/simulator/seat.ts';
import { startedAudit } from './audit-scene.ts';
import { sharesIdea } from './innovation-team.ts';
import { movingClock } from './moving-clock.ts';
import { pressMore } from './triage-jobs.ts';

const naming = 'How should we name you?';

async function adopted(
  author: Person,
  team: Seat,
  title: string,
  fillings: Readonly<Record<string, string>> = {},
) {
  await sharesIdea(author, { Title: title, ...fillings });
  const card = await team.messageSaying(title);
  const form = (await card.card.press('Decide')).card;
  await form.fill({ Decision: 'Adopt', Reason: 'Sample reason: it works.' }).press('Decide');
  return card;
}

test('an author is thanked by name where they agree, and nowhere once they take that back', async () => {
  const clock = movingClock('2027-03-22T10:00:00Z');
  await using started = await startedAudit(clock);
  const { teams, tess, tom, ann, bob, leaders, channel, monthBegins } = started;
  const triage = channel.as(tess);
  const housing = teams.team('Housing').with(ann, bob);
  await housing.installs(bob);
  const news = housing.channel('News').as(bob);
  const digest = housing.channel('Digest').as(bob);
  await leaders.says('leaders here');

  const own = await adopted(ann, triage, 'Sample idea: one form');
  await adopted(bob, triage, 'Sample idea: unnamed', { [naming]: 'By name, to the innovation team only' });
  const asked = await ann.chat.messageSaying('May we thank you for it by name');
  const hidden = await bob.chat.messageSaying(/adopted.*Sample idea: unnamed/su);
  expect(hidden.card.buttons()).toEqual(['See the whole story']);
  const forged = await hidden.card
    .tamper((data) => ({ ...data, action: 'thanks.agree' }))
    .press('See the whole story');
  expect(forged.text()).toContain('There is nothing here to be thanked for by name');

  const consent = (await asked.card.press('Yes, thank me by name', { twice: true })).card;
  expect(consent.text()).toContain('You agreed to be thanked by name for “Sample idea: one form”');
  expect((await consent.press('Choose channels')).text()).toContain('No further channel takes thanks now');
  await news.says('thanks');
  await news.messageSaying('Nobody is thanked here');
  await news.says('thanks here');
  await news.messageSaying('may now be thanked here');
  await digest.says('digest weekly tuesday 10:00');
  await digest.messageSaying('A digest comes here');
  const choose = (await consent.press('Choose channels')).card;
  choose.fill({ Channels: ['Housing: News'] });
  const chosen = await choose.press('Say thank you there', { twice: true });
  expect(chosen.text()).toContain('It is said in one channel.');
  const said = await news.messageSaying('Thank you, Ann Sample');
  expect((await said.card.press('Read it')).text()).toContain('Sample idea: one form');

  // Tess chooses another channel while Ann takes back what she agreed to: nothing is posted there.
  const team = await pressMore(own, 'Say thank you');
  expect(team.text()).toContain('“Sample idea: one form”, by Ann Sample');
  await digest.says('digest now');
  const edition = await digest.messageSaying('Adopted. Thank you, Ann Sample.');
  expect(edition.text()).not.toContain('Sample idea: unnamed');
  clock.goTo('2027-04-01T08:00:00Z');
  await monthBegins();
  const monthly = await leaders.messageSaying('Ann Sample, whose idea is adopted: Sample idea: one form');

  await ann.says('my ideas');
  const mine = await ann.chat.messageSaying('My ideas');
  const story = (await mine.card.press('Open')).card;
  const back = (await story.press('Do not name me', { twice: true })).card;
  expect(back.text()).toContain('You are not thanked by name for “Sample idea: one form”');
  team.fill({ Channels: ['Housing: Digest'] });
  expect((await team.press('Say thank you there')).text()).toContain('does not wish to be named');
  for (const [seat, message] of [
    [news, said],
    [digest, edition],
    [leaders, monthly],
  ] as const)
    await seat.until('the card without the name', () => !message.text().includes('Ann Sample') || undefined);
  expect(said.text()).toContain('An idea is adopted');
  expect(edition.text()).toContain('Adopted.');
  expect(monthly.text()).toContain('Nothing of this is left to say');

  // Agreed again, the name comes back where it was said, and Tom says thank you in the channel that is left.
  await back.press('Yes, thank me by name');
  await news.until('the name', () => said.text().includes('Thank you, Ann Sample') || undefined);
  const idea = await channel.as(tom).messageSaying('one form');
  const isOffered = () => JSON.stringify(idea.activity).includes('triage.thanks');
  await channel.as(tom).until('the button', () => isOffered() || undefined);
  const again = await pressMore(idea, 'Say thank you');
  again.fill({ Channels: ['Housing: Digest'] });
  expect((await again.press('Say thank you there')).text()).toContain('Thank you is said in 2 channels.');
  await digest.messageSaying('Thank you, Ann Sample\n');
  await news.says('thanks off');
  await news.messageSaying('Nobody is thanked here any more');
  await started.settled();
  expect(news.messages().filter((one) => one.text().includes('Thank you, Ann'))).toHaveLength(1);
});
