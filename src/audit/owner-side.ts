import { z } from 'zod';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { type CardAction, cardAction } from '../bot/card-action.ts';
import { type Dialog, dialog, openForm } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { typedText } from '../bot/typed-text.ts';
import { isOpenToAll } from '../ideas/open-ideas.ts';
import { referenceSchema } from '../ideas/reference.ts';
import { controls } from '../ideas/terms.ts';
import { byOf } from '../triage/work-on.ts';
import { withAnswer } from './answer.ts';
import { answerForm, type OwnedBarriers, ownerCard } from './cards.ts';
import { controlSchema, fromSchema } from './control-actions.ts';
import { type Control, longest, mostEnded, stances } from './model.ts';
import type { AuditParts } from './parts.ts';
import { changeRecord, recordOf } from './records.ts';
import { standingAtControl } from './show.ts';
import type { Standing } from './standing.ts';

/** What of the barriers the owner may read: what everybody may. */
export function ownedOf({ barriers }: Standing): OwnedBarriers {
  const open = barriers.filter(isOpenToAll);
  return { open, hidden: barriers.length - open.length };
}

/** Being the owner gives one right: to read what stands at the control and to answer for it. */
const owns = ({ controlOwners }: AuditParts, { actor }: Turn, control: Control): boolean =>
  controlOwners[control] === actor.personId;

const notYours = ({ words }: Turn): Answer => sayText(words.say('audit.owner.notYours'));

export const ownedAction = (parts: AuditParts): CardAction =>
  cardAction({
    name: 'audit.owned',
    about: z.strictObject({ control: z.enum(controls), from: fromSchema }),
    async run(turn, { control, from }) {
      if (!owns(parts, turn, control)) return notYours(turn);
      const standing = await standingAtControl(parts, turn.actor.tenantId, control);
      if (standing.barriers.length === 0) return sayText(turn.words.say('audit.owner.none'));
      return showCard(ownerCard(turn.words, control, standing, ownedOf(standing), from));
    },
  });

/** The form by which the owner of a control answers. */
export function answerDialog(parts: AuditParts): Dialog {
  return dialog({
    name: 'audit.answer',
    about: controlSchema,
    inputs: (words) =>
      z.strictObject({
        stance: z.enum(stances, words.say('audit.answer.stanceMissing')),
        text: typedText({
          min: 3,
          max: longest.answer,
          tooShort: words.say('audit.answer.textMissing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.answer }),
        }),
        barriers: z
          .string()
          .default('')
          .transform((chosen) => chosen.split(',').filter((one) => one !== ''))
          .pipe(z.array(referenceSchema).max(mostEnded)),
      }),
    context: async (turn, { control }) =>
      owns(parts, turn, control)
        ? ownedOf(await standingAtControl(parts, turn.actor.tenantId, control)).open
        : [],
    async open(turn, { control }) {
      if (!owns(parts, turn, control)) return notYours(turn);
      const { answer } = await recordOf(parts.store, turn.actor.tenantId, control);
      const own = answer?.by.personId === turn.actor.personId ? answer : undefined;
      return openForm(
        { control },
        own ? { stance: own.stance, text: own.text, barriers: (own.barriers ?? []).join(',') } : {},
      );
    },
    draw: ({ words }, state, barriers) => answerForm(words, state, barriers),
    async submit(turn, { control }, inputs) {
      if (!owns(parts, turn, control)) return notYours(turn);
      const { open } = ownedOf(await standingAtControl(parts, turn.actor.tenantId, control));
      const barriers = inputs.barriers.filter((one) => open.some(({ reference }) => reference === one));
      await changeRecord(parts, turn.actor.tenantId, control, (record) =>
        withAnswer(record, byOf(turn), { ...inputs, barriers }, turn.now),
      );
      return sayText(turn.words.say('audit.answer.thanks'));
    },
    cancel: async ({ words }) => sayText(words.say('audit.answer.later')),
  });
}
