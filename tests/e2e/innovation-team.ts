import type { Person } from '../teams/simulator/person.ts';
import type { Channel, Team } from '../teams/simulator/team.ts';
import type { Teams } from '../teams/simulator/teams.ts';

export interface InnovationTeam {
  readonly team: Team;
  readonly channel: Channel;
  readonly tess: Person;
  readonly tom: Person;
}

/** A team of two triagers whose channel has been made the triage channel. */
export async function innovationTeam(teams: Teams): Promise<InnovationTeam> {
  const tess = teams.person('Tess Sample');
  const tom = teams.person('Tom Sample');
  const team = teams.team('Innovation').with(tess, tom);
  await team.installs(tess);
  const channel = team.channel('Triage');
  await channel.as(tess).says('triage here');
  await channel.as(tess).messageSaying('Ideas are now decided in this channel');
  return { team, channel, tess, tom };
}

/** Somebody shares an idea in their 1:1 chat and gets a receipt. Returns the receipt's card. */
export async function sharesIdea(
  author: Person,
  fillings: Readonly<Record<string, string | readonly string[]>> = {},
) {
  await author.says('idea');
  const invite = await author.chat.messageSaying('Two boxes are enough');
  const form = (await invite.card.press('Share an idea')).card;
  const more = Object.keys(fillings).some((label) => !form.fields().includes(label));
  if (more) await form.press('Add more');
  form.fill({
    Title: 'Sample idea: one form',
    'What would you change, and why?':
      'Sample text. One form instead of three, so that residents tell us once.',
    ...fillings,
  });
  const answer = (await form.press('Send')).card;
  const isAsked = answer.buttons().includes('Different, send mine');
  return isAsked ? (await answer.press('Different, send mine')).card : answer;
}
