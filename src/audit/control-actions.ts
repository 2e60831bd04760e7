import { z } from 'zod';
import { type CardAction, cardAction } from '../bot/card-action.ts';
import { controls } from '../ideas/terms.ts';
import { byOf } from '../triage/work-on.ts';
import { mayAsk, ownerOf, withAsked } from './ask-owner.ts';
import type { AuditParts } from './parts.ts';
import { changeRecord } from './records.ts';
import { showControl, showRegister, standingAtControl } from './show.ts';

export const controlSchema = z.strictObject({ control: z.enum(controls) });

/** Where a page starts. */
export const fromSchema = z.coerce.number().int().min(0).max(100_000).default(0);

/** What the innovation team does with the register. */
export const controlActions = (parts: AuditParts): readonly CardAction[] => [
  cardAction({
    name: 'audit.list',
    about: z.strictObject({}),
    run: (turn) => showRegister(parts, turn),
  }),
  cardAction({
    name: 'audit.control',
    about: z.strictObject({ control: z.enum([...controls, 'none']), from: fromSchema }),
    run: (turn, { control, from }) => showControl(parts, turn, control, { from }),
  }),
  cardAction({
    name: 'audit.ask',
    about: controlSchema,
    async run(turn, { control }) {
      const { actor, words, now } = turn;
      const owner = await ownerOf(parts, actor.tenantId, control);
      if (!owner) return showControl(parts, turn, control);
      // The owner is asked about all that stands, whatever part of it the one who asks may decide on.
      const { barriers } = await standingAtControl(parts, actor.tenantId, control);
      let asks = false;
      const { asked } = await changeRecord(parts, actor.tenantId, control, (record) => {
        asks = mayAsk(record, owner, barriers, now);
        return asks ? withAsked(record, owner, byOf(turn), now) : undefined;
      });
      const said = asks
        ? words.say('audit.ask.done', { name: owner.name })
        : words.say('audit.ask.inPeace', { name: owner.name, date: words.date(asked?.at ?? now) });
      return showControl(parts, turn, control, { said });
    },
  }),
];
