import { expect, test } from '@jest/globals';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { startedService } from './started-service.ts';

test('of a decision and a withdrawal at once one stands, and the other person keeps what they wrote', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  const ann = started.teams.person('Ann Sample');
  for (const title of ['Sample idea: bins', 'Sample idea: benches', 'Sample idea: lamps']) {
    await sharesIdea(ann, { Title: title });
    const card = await channel.as(tess).messageSaying(title);
    const decide = (await card.card.press('Decide')).card;
    decide.fill({ Decision: 'Adopt', Reason: 'Sample reason of Tess' });
    const receipt = await ann.chat.messageSaying(title);
    const story = (await (await receipt.card.press('My ideas')).card.press('Open', { nth: 0 })).card;
    const withdraw = (await story.press('Withdraw')).card.fill({
      'Why? You need not say.': 'Sample reason of Ann',
    });
    const [decided, withdrawn] = await Promise.all([decide.press('Decide'), withdraw.press('Withdraw it')]);
    const [won, lost] = decided.text().includes('Meanwhile the author has withdrawn it')
      ? [withdrawn, decided]
      : [decided, withdrawn];
    expect(won.text()).toMatch(/Now: Withdrawn|Benefits to be reported by/u);
    expect(lost.text()).toMatch(/the author has withdrawn it|has decided on it already: Adopted/u);
    expect(lost.card.text()).toMatch(/Sample reason of (Tess|Ann)/u);
  }
});
