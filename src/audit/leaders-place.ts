import { type Answer, sayText, showCard } from '../bot/answer.ts';
import type { Command } from '../bot/command.ts';
import type { Turn } from '../bot/turn.ts';
import { setOfPlace } from '../people/place-settings.ts';
import { monthAfter } from '../time/months.ts';
import { hasNothingToSay, leadersCard } from './leaders-card.ts';
import type { AuditParts } from './parts.ts';
import { readLeaders } from './read-leaders.ts';

/** "leaders here" and "leaders off" say where the card for leaders comes; "leaders" shows what it would say now. */
export function leadersCommand(parts: AuditParts): Command {
  const { store, localDate } = parts;
  const monthOf = (now: Date) => localDate(now).slice(0, 7);
  const here = (turn: Turn) =>
    setOfPlace(store, turn, (place) =>
      place.leadersMonth === undefined ? { ...place, leadersMonth: monthOf(turn.now) } : undefined,
    );
  const off = (turn: Turn) =>
    setOfPlace(store, turn, ({ leadersMonth, ...rest }) => (leadersMonth === undefined ? undefined : rest));
  return {
    name: 'leaders',
    async run(turn, rest): Promise<Answer> {
      const { actor, words, now } = turn;
      switch (rest.toLowerCase()) {
        case '': {
          const shown = await readLeaders(parts, actor.tenantId, monthAfter(monthOf(now)));
          return hasNothingToSay(shown)
            ? sayText(words.say('leaders.nothing'))
            : showCard(leadersCard(words, shown, now));
        }
        case 'here':
          return sayText(words.say((await here(turn)) ? 'leaders.here' : 'leaders.here.already'));
        case 'off':
          return sayText(words.say((await off(turn)) ? 'leaders.off' : 'leaders.off.already'));
        default:
          return sayText(words.say('leaders.notUnderstood'));
      }
    },
  };
}
