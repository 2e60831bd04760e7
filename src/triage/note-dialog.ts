import { z } from 'zod';
import type { Dialog } from '../bot/dialog.ts';
import { typedText } from '../bot/typed-text.ts';
import { fingerprint } from '../ideas/reference.ts';
import { withWork } from '../ideas/steps.ts';
import { longest, mostNotes } from '../ideas/terms.ts';
import { triageForm } from './triage-form.ts';
import { byOf, type TriageParts, workOn } from './work-on.ts';

/** The form for what the innovation team says among itself. The same form sent twice leaves one note. */
export function noteDialog(parts: TriageParts): Dialog {
  return triageForm(parts, {
    name: 'triage.note',
    card: 'triage/note',
    heading: 'triage.note.heading',
    fields: ['note'],
    inputs: (words) =>
      z.strictObject({
        note: typedText({
          min: 2,
          max: longest.note,
          tooShort: words.say('triage.note.missing'),
          tooLong: words.say('ideas.form.tooLong', { max: longest.note }),
        }),
      }),
    may: () => true,
    submit(turn, idea, { note: text }, formId) {
      const id = fingerprint(formId);
      const { now } = turn;
      return workOn(parts, turn, idea, (current) => {
        const notes = current.notes ?? [];
        if (notes.some((note) => note.id === id)) return undefined;
        const note = { id, by: byOf(turn), at: now.toISOString(), text };
        return withWork({ ...current, notes: [...notes, note].slice(-mostNotes) }, `note/${id}`, now);
      });
    },
  });
}
