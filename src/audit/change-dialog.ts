import { z } from 'zod';
import { type Dialog, dialog, openForm, refuse } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { typedText } from '../bot/typed-text.ts';
import type { Submission } from '../ideas/model.ts';
import { fingerprint, referenceSchema } from '../ideas/reference.ts';
import { byOf } from '../triage/work-on.ts';
import { changeForm } from './cards.ts';
import { type ChangeOutcome, markChanged, reopenedAt } from './change.ts';
import { controlSchema } from './control-actions.ts';
import { type Control, longest, mostEnded } from './model.ts';
import type { AuditParts } from './parts.ts';
import { changeRecord, recordOf } from './records.ts';
import { showControl, standingAtControl } from './show.ts';

/** The form by which the innovation team tells what was changed at a control and which barriers that has ended. */
export function changeDialog(parts: AuditParts): Dialog {
  const { store, mayDecideOwn } = parts;
  /** Nobody decides on their own barrier. */
  const markedBy = async (turn: Turn, control: Control) => {
    const [{ barriers }, { answer }] = await Promise.all([
      standingAtControl(parts, turn.actor.tenantId, control, turn),
      recordOf(store, turn.actor.tenantId, control),
    ]);
    const isOwn = ({ author }: Submission) => !mayDecideOwn && author?.personId === turn.actor.personId;
    return {
      barriers: barriers.filter((one) => !isOwn(one)),
      own: barriers.some(isOwn),
      answer: answer?.stance === 'changed' ? answer : undefined,
    };
  };
  return dialog({
    name: 'audit.change',
    about: controlSchema,
    inputs: (words) =>
      z.strictObject({
        what: typedText({
          min: 3,
          max: longest.what,
          tooShort: words.say('audit.change.whatMissing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.what }),
        }),
        barriers: z
          .string(words.say('audit.change.barriersMissing'))
          .transform((chosen) => chosen.split(',').filter((one) => one !== ''))
          .pipe(z.array(referenceSchema).min(1, words.say('audit.change.barriersMissing')).max(mostEnded)),
      }),
    context: (turn, { control }) => markedBy(turn, control),
    async open(turn, { control }) {
      const { words } = turn;
      const { barriers, own, answer } = await markedBy(turn, control);
      if (barriers.length === 0) {
        const said = words.say(own ? 'audit.change.own' : 'audit.change.none');
        return showControl(parts, turn, control, { said });
      }
      if (!answer) return openForm({ control });
      const named = barriers.filter(({ reference }) => answer.barriers?.includes(reference));
      const chosen = named.map(({ reference }) => reference).join(',');
      return openForm({ control }, { what: answer.text, barriers: chosen });
    },
    draw: ({ words }, state, marked) => changeForm(words, state, marked),
    async submit(turn, { control }, { what, barriers: chosen }, formId) {
      const { actor, words, now } = turn;
      const id = fingerprint(formId);
      const { changes } = await recordOf(store, actor.tenantId, control);
      const { barriers: marked, answer } = await markedBy(turn, control);
      const standing = new Map(marked.map((one) => [one.reference, one]));
      // The owner's own words go out in the owner's name; others are those of who marks it.
      const by = answer?.text === what ? { by: answer.by, confirmedBy: byOf(turn) } : { by: byOf(turn) };
      const ended = changes.flatMap((change) => change.barriers);
      const barriers = chosen.filter((one) => standing.has(one) || ended.includes(one));
      if (barriers.length === 0) return refuse('barriers', words.say('audit.change.barriersGone'));
      let outcome: ChangeOutcome | undefined;
      await changeRecord(parts, actor.tenantId, control, (record) => {
        outcome = markChanged(record, id, { ...by, what, barriers, reopenedAt: reopenedAt(standing) }, now);
        return outcome.kind === 'done' ? outcome.next : undefined;
      });
      if (outcome?.kind === 'meanwhile') {
        const { by: owner, confirmedBy: first = owner, what: theirs } = outcome.change;
        return refuse('form', words.say('audit.change.meanwhile', { name: first.name, what: theirs }));
      }
      return showControl(parts, turn, control);
    },
    cancel: (turn, { control }) => showControl(parts, turn, control),
  });
}
