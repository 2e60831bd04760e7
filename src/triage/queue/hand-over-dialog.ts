import { z } from 'zod';
import { sayText } from '../../bot/answer.ts';
import { type Dialog, dialog, formData, openForm, refuse } from '../../bot/dialog.ts';
import { profileOf } from '../../people/profiles.ts';
import { beginHandOver, handOverId } from '../hand-over.ts';
import { byOf, type TriageParts } from '../work-on.ts';
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
    async submit(turn, { owner }, { to }, formId) {
      const { words, actor, reach } = turn;
      const heir = (await triagers(parts, turn)).find(({ personId }) => personId === to);
      if (!heir || heir.personId === owner) return refuse('to', words.say('queue.several.toMissing'));
      const by = byOf(turn);
      const { given, more } = await beginHandOver(parts, actor.tenantId, {
        id: handOverId(by, formId),
        from: owner,
        to: heir,
        by,
        reach,
      });
      return sayText(
        words.say(more ? 'queue.handOver.more' : 'queue.handOver.done', { n: given, name: heir.name }),
      );
    },
    cancel: async ({ words }) => sayText(words.say('queue.handOver.cancelled')),
  });
}
