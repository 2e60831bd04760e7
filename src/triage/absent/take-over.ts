import { z } from 'zod';
import { sayText } from '../../bot/answer.ts';
import { type CardAction, cardAction } from '../../bot/card-action.ts';
import { referenceSchema } from '../../ideas/reference.ts';
import { ownersOf } from '../assign.ts';
import { giveInstead } from '../give.ts';
import { byOf, showTriage, type TriageParts, workOn } from '../work-on.ts';

/** One press by which a colleague takes the place of an owner who is absent. Of two who press, the first has it. */
export const takeOverAction = (parts: TriageParts): CardAction =>
  cardAction({
    name: 'triage.takeOver',
    about: z.strictObject({ idea: referenceSchema, owner: z.string().min(1).max(128) }),
    async run(turn, { idea, owner }) {
      const { words, actor, now } = turn;
      const submission = await workOn(parts, turn, idea, (current) => {
        if (!ownersOf(current).some(({ personId }) => personId === owner)) return undefined;
        const outcome = giveInstead(current, byOf(turn), owner, byOf(turn), now);
        return outcome.kind === 'given' ? outcome.next : undefined;
      });
      const owners = submission ? ownersOf(submission) : [];
      if (!submission || owners.some(({ personId }) => personId === actor.personId))
        return showTriage(parts, turn, submission);
      const [first] = owners.filter(({ personId }) => personId !== owner);
      return sayText(
        first ? words.say('absent.meanwhile', { name: first.name }) : words.say('absent.meanwhileNobody'),
      );
    },
  });
