import { expect, test } from '@jest/globals';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { startedService } from './started-service.ts';

test('the digest of a channel that names a service tells its ideas first, and another channel is told the newest', async () => {
  await using started = await startedService();
  const { teams } = started;
  const { channel, tess } = await innovationTeam(teams);
  const [ann, ben, cat] = [
    teams.person('Ann Sample'),
    teams.person('Ben Sample'),
    teams.person('Cat Sample'),
  ];
  const ideas = [
    { author: ann, title: 'Sample idea: of housing', service: 'Housing' },
    { author: ben, title: 'Sample idea: of finance', service: 'Finance' },
    { author: cat, title: 'Sample idea: of property', service: 'Property' },
  ];
  for (const { author, title, service } of ideas) {
    await sharesIdea(author, { Title: title, 'Service area': service });
    const card = (await channel.as(tess).messageSaying(title)).card;
    const decide = (await card.press('Decide')).card;
    decide.fill({ Decision: 'Accept for trial', Reason: 'Sample reason: try it for three months.' });
    await decide.press('Decide');
  }
  const team = teams.team('News team').with(ann, ben, cat);
  await team.installs(ann);

  const toldIn = async (name: string, service: string) => {
    const seat = team.channel(name).as(ann);
    await seat.says('digest');
    const shown = (await seat.messageSaying('The digest is off')).card;
    const form = (await shown.press('Set up a digest')).card;
    form.fill({
      'How long': 'Short: up to 3 articles',
      ...(service !== '' && { 'Whose ideas and projects come first': service }),
    });
    const saved = (await form.press('Save')).text();
    await seat.says('digest now');
    const edition = (await seat.messageSaying('You said, we did')).text();
    return { saved, ideas: edition.match(/Sample idea: of \w+/gu) };
  };
  const near = await toldIn('Housing', 'Housing');
  expect(near.saved).toContain('Ideas and projects of Housing come first.');
  expect(near.ideas).toEqual(['Sample idea: of housing', 'Sample idea: of property']);
  const other = await toldIn('All', '');
  expect(other.saved).not.toContain('come first');
  expect(other.ideas).toEqual(['Sample idea: of property', 'Sample idea: of finance']);
});
