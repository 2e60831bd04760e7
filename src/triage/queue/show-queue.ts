import { type Answer, sayText, showCard } from '../../bot/answer.ts';
import type { Turn } from '../../bot/turn.ts';
import { profileOf } from '../../people/profiles.ts';
import { UnknownContinuation } from '../../store/continuation.ts';
import { isWithinReach } from '../reach.ts';
import type { TriageParts } from '../work-on.ts';
import { nobody, type QueuePlace } from './filter.ts';
import { listCard } from './list-card.ts';
import { queueLine } from './queue-line.ts';
import { countQueue, readQueue } from './read-queue.ts';

const pageSize = 8;

/** A page of the queue; from its start where the place is one of another list. */
export async function showQueue(parts: TriageParts, turn: Turn, place: QueuePlace): Promise<Answer> {
  const { store } = parts;
  const { words, actor, now, reach } = turn;
  const { after, from: _from, ...filter } = place;
  try {
    const isWithin = isWithinReach(turn);
    const page = await readQueue(store, actor.tenantId, { filter, after, size: pageSize, now, isWithin });
    return showCard(
      listCard(words, {
        place,
        lines: page.submissions.map((submission) =>
          queueLine(words, submission, parts.dueDates(submission), now),
        ),
        after: page.after,
        unfinished: page.unfinished,
        count: reach ? undefined : await countQueue(store, actor.tenantId, filter, now),
        personal: turn.conversation.kind === 'personal',
        named: {
          owner: await nameOf(parts, turn, filter.owner),
          challenge: await titleOf(parts, turn, filter.challenge),
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof UnknownContinuation)) throw error;
    return after === ''
      ? sayText(words.say('bot.failed'))
      : showQueue(parts, turn, { ...place, after: '', from: 0 });
  }
}

async function titleOf({ challengesToChoose }: TriageParts, { actor }: Turn, id: string): Promise<string> {
  if (id === '') return '';
  return (await challengesToChoose(actor.tenantId, id)).find((one) => one.id === id)?.title ?? '';
}

/** The name of an owner that is asked for, as their profile has it. */
async function nameOf({ store }: TriageParts, { actor }: Turn, owner: string): Promise<string> {
  if (owner === '' || owner === nobody) return '';
  if (owner === actor.personId) return actor.name;
  return (await profileOf(store, actor.tenantId, owner))?.name ?? '';
}
