import type { Authority } from '../bot/authority.ts';
import { RosterUnavailable } from '../bot/roster.ts';
import type { Turn } from '../bot/turn.ts';
import { type CommandName, commands, type Role, type Where } from '../bot/verbs.ts';

/** The words that tell a person why not, or undefined when they may. */
export async function refusalWords(
  turn: Turn,
  role: Role,
  authority: Authority,
): Promise<string | undefined> {
  if (role === 'anyone') return undefined;
  try {
    if (await authority.holds(turn, role)) return undefined;
  } catch (error) {
    if (error instanceof RosterUnavailable) return turn.words.say('bot.refused.roster');
    throw error;
  }
  return turn.words.say(`bot.refused.${role}`);
}

/** The turn with what an authorised person may reach. */
export async function withReach(turn: Turn, role: Role, authority: Authority): Promise<Turn> {
  return role === 'innovationTeam' ? { ...turn, reach: await authority.reach(turn) } : turn;
}

const whereOf = (name: CommandName): Where => commands[name].where;

/** The words that tell a person where a command works, or undefined when it works here. */
export function elsewhereWords(turn: Turn, name: CommandName): string | undefined {
  const where = whereOf(name);
  const { kind } = turn.conversation;
  const fits =
    where === 'anywhere' ||
    (where === 'personal' && kind === 'personal') ||
    (where === 'shared' && kind !== 'personal') ||
    (where === 'channel' && kind === 'channel');
  if (fits) return undefined;
  const [phrase = name] = turn.words.say(`command.${name}.phrases`).split(' | ');
  return turn.words.say(`bot.where.${where}`, { phrase });
}
