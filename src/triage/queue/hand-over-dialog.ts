import { z } from 'zod';
import { sayText } from '../../bot/answer.ts';
import { type Dialog, dialog, formData, openForm, refuse } from '../../bot/dialog.ts';
import type { Turn } from '../../bot/turn.ts';
import { openStates } from '../../ideas/lifecycle.ts';
import { type By, type Submission, submissions } from '../../ideas/model.ts';
import { profileOf } from '../../people/profiles.ts';
import { ownersOf } from '../assign.ts';
import { giveInstead } from '../give.ts';
import { isWithinReach } from '../reach.ts';
import { byOf, type TriageParts, workOn } from '../work-on.ts';
import { triagers } from './people-to-choose.ts';

const aboutSchema = z.strictObject({ owner: z.string().min(1).max(128) });

/** The form by which everything an owner has goes to somebody else: they left, or are away. */
export function handOverDialog(parts: TriageParts): Dialog {
  return dialog({
    name: 'triage.handOver',
    about: aboutSchema,
    inputs: (words) => z.strictObject({ to: z.string(words.say('queue.several.toMissing')).max(128) }),
    context: async (turn, { owner }) => ({
      people: (await triagers(parts, turn)).filter(({ personId }) => personId !== owner),
      from: (await profileOf(parts.store, turn.actor.tenantId, owner))?.name ?? '',
    }),
    open: async (turn, about) =>
      openForm(about, { to: about.owner === turn.actor.personId ? '' : turn.actor.personId }),
    draw: ({ words }, state, context) => ({
      card: 'triage/hand-over',
      data: {
        ...formData(state, ['to']),
        from: context?.from ? words.say('queue.handOver.from', { name: context.from }) : '',
        people: (context?.people ?? []).map(({ personId: code, name }) => ({ code, name })),
      },
      summary: words.say('queue.handOver.heading'),
    }),
    async submit(turn, { owner }, { to }) {
      const { words } = turn;
      const heir = (await triagers(parts, turn)).find(({ personId }) => personId === to);
      if (!heir || heir.personId === owner) return refuse('to', words.say('queue.several.toMissing'));
      const { given, more } = await handOver(parts, turn, owner, heir);
      return sayText(
        words.say(more ? 'queue.handOver.more' : 'queue.handOver.done', { n: given, name: heir.name }),
      );
    },
    cancel: async ({ words }) => sayText(words.say('queue.handOver.cancelled')),
  });
}

const batchSize = 200;

// What can surely be done while a person waits.
const mostAtOnce = 100;
const inParallel = 5;

/** Gives what an owner has to another one, as much as one press can do. Safe to be run again. */
async function handOver(parts: TriageParts, turn: Turn, owner: string, heir: By) {
  const theirs = await ofOwner(parts, turn, owner);
  const left = theirs.slice(0, mostAtOnce);
  let given = 0;
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const now = await workOn(parts, turn, next.reference, (current) => {
        // Somebody else may have given it away meanwhile.
        if (!isOwner(current, owner)) return undefined;
        const outcome = giveInstead(current, byOf(turn), owner, heir, turn.now);
        return outcome.kind === 'given' ? outcome.next : undefined;
      });
      if (now && isOwner(now, heir.personId)) given += 1;
    }
  };
  await Promise.all(Array.from({ length: inParallel }, worker));
  return { given, more: theirs.length > mostAtOnce };
}

const isOwner = (submission: Submission, id: string): boolean =>
  ownersOf(submission).some(({ personId }) => personId === id);

async function ofOwner({ store }: TriageParts, turn: Turn, owner: string): Promise<readonly Submission[]> {
  const theirs: Submission[] = [];
  const isWithin = isWithinReach(turn);
  let after: string | undefined;
  do {
    const page = await store.query(submissions, turn.actor.tenantId, {
      where: { state: { in: openStates } },
      orderBy: { field: 'createdAt', direction: 'ascending' },
      limit: batchSize,
      after,
    });
    theirs.push(
      ...page.documents.map(({ body }) => body).filter((body) => isOwner(body, owner) && isWithin(body)),
    );
    after = page.continuation;
  } while (after && theirs.length <= mostAtOnce);
  return theirs;
}
