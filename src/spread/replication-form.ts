import { z } from 'zod';
import type { Answer, CardView } from '../bot/answer.ts';
import { type Dialog, dialog, type FormState, openForm, type Refused, type Typed } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import type { DialogName } from '../bot/verbs.ts';
import type { Words } from '../words/words.ts';
import { replicationById } from './find.ts';
import { mayManage } from './manage.ts';
import { type KnownReplication, type Replication, replicationIdSchema } from './model.ts';
import type { SpreadParts } from './parts.ts';
import { showReplication } from './show.ts';

export const replicationSchema = z.strictObject({ replication: replicationIdSchema });

interface ReplicationForm<Inputs> {
  readonly name: DialogName;
  inputs(words: Words): z.ZodType<Inputs, unknown>;
  /** Whether there is anything to fill in; the replication as it stands otherwise. */
  may(body: Replication): boolean;
  typed(body: Replication): Typed;
  draw(turn: Turn, state: FormState<object>, known: KnownReplication | undefined): CardView;
  /** Resolves to the replication as it stands afterwards, or to why nothing was saved. */
  submit(
    turn: Turn,
    known: KnownReplication,
    inputs: Inputs,
  ): Promise<KnownReplication | Refused | undefined>;
}

/** A form about one replication for its lead and the innovation team. Others are shown how it stands. */
export function replicationForm<Inputs>(parts: SpreadParts, form: ReplicationForm<Inputs>): Dialog {
  const find = ({ actor }: Turn, id: string) => replicationById(parts.store, actor.tenantId, id);
  const show = async (turn: Turn, id: string): Promise<Answer> =>
    showReplication(parts, turn, await find(turn, id));
  return dialog({
    name: form.name,
    about: replicationSchema,
    inputs: (words) => form.inputs(words),
    context: (turn, { replication }) => find(turn, replication),
    async open(turn, { replication }) {
      const known = await find(turn, replication);
      if (!known || !form.may(known.body) || !(await mayManage(parts, turn, known.body)))
        return showReplication(parts, turn, known, 'notYours');
      return openForm({ replication }, form.typed(known.body));
    },
    draw: (turn, state, known) => form.draw(turn, state, known),
    async submit(turn, { replication }, inputs) {
      const known = await find(turn, replication);
      if (!known || !(await mayManage(parts, turn, known.body)))
        return showReplication(parts, turn, known, 'notYours');
      const done = await form.submit(turn, known, inputs);
      return done && 'kind' in done ? done : showReplication(parts, turn, done);
    },
    cancel: (turn, { replication }) => show(turn, replication),
  });
}
