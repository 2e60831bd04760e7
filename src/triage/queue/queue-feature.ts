import { type Answer, sayText, showCard } from '../../bot/answer.ts';
import { cardAction } from '../../bot/card-action.ts';
import type { Turn } from '../../bot/turn.ts';
import { cleanText } from '../../bot/typed-text.ts';
import type { Feature } from '../../feature.ts';
import { isTriagePlace } from '../../people/triage-place.ts';
import { longestSearch } from '../../reading/sought.ts';
import { figuresFor } from '../numbers/count-figures.ts';
import { statsCard } from '../numbers/stats-card.ts';
import { showToday } from '../today/show-today.ts';
import type { TriageParts } from '../work-on.ts';
import { placeSchema } from './filter.ts';
import { filterDialog } from './filter-dialog.ts';
import { handOverDialog } from './hand-over-dialog.ts';
import { severalDialog } from './several-dialog.ts';
import { showQueue } from './show-queue.ts';

const start = placeSchema.parse({});

/** Lists of submissions for the innovation team, found, filtered and worked through. */
export function queueFeature(parts: TriageParts): Feature {
  return {
    commands: [
      { name: 'triage', run: (turn) => amongTriagers(parts, turn, () => showQueue(parts, turn, start)) },
      {
        name: 'triage stats',
        run: (turn) =>
          amongTriagers(parts, turn, async () =>
            showCard(statsCard(turn.words, await figuresFor(parts, turn))),
          ),
      },
      { name: 'today', run: (turn) => amongTriagers(parts, turn, () => showToday(parts, turn)) },
      {
        name: 'find',
        run: (turn, rest) =>
          amongTriagers(parts, turn, async () => {
            const find = cleanText(rest).slice(0, longestSearch);
            if (find === '') return sayText(turn.words.say('queue.find.what'));
            return showQueue(parts, turn, { ...start, show: 'all', find });
          }),
      },
    ],
    dialogs: [filterDialog(parts), severalDialog(parts), handOverDialog(parts)],
    actions: [
      cardAction({
        name: 'triage.queue',
        about: placeSchema,
        run: (turn, place) => showQueue(parts, turn, place),
      }),
    ],
  };
}

/** Answers where the innovation team is among itself: in a triage channel or in the 1:1 chat. */
export async function amongTriagers(
  { store }: Pick<TriageParts, 'store'>,
  turn: Turn,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const { conversation, actor, words } = turn;
  const among =
    conversation.kind === 'personal' || (await isTriagePlace(store, actor.tenantId, conversation.id));
  return among ? answer() : sayText(words.say('queue.elsewhere'));
}
