import { z } from 'zod';
import { sayText, showCard } from '../../bot/answer.ts';
import { type Dialog, dialog, openForm, refuse } from '../../bot/dialog.ts';
import { isAdded } from '../case-name.ts';
import { storedCase } from '../cases.ts';
import { doneBy } from '../done-by.ts';
import type { FromWork } from '../from-work.ts';
import { readingId } from '../reading-id.ts';
import { type ViewParts, viewItem } from '../view-item.ts';
import { caseDraft, typedFromCase } from './case-draft.ts';
import { caseInputs } from './case-form.ts';
import { caseFormCard, caseInviteCard } from './own-case-cards.ts';
import { addCase, editCase, lastWritten } from './store-case.ts';

export interface OwnCaseParts extends ViewParts {
  readonly fromWork: FromWork;
}

/** `seen` is when the case study was written last as far as the form knows: another's words are not lost unnoticed. */
const aboutSchema = z.strictObject({
  case: z.string().min(1).max(100).optional(),
  seen: z.string().max(40).optional(),
  /** The work it is begun from: an idea, or the trial of one elsewhere. */
  idea: z.string().max(50).optional(),
});

const firstPage = { after: '', find: '' };

/** The form by which the innovation team adds a case study, of its own or begun from finished work, and edits one. */
export function caseDialog(parts: OwnCaseParts): Dialog {
  const { store, fromWork } = parts;
  return dialog({
    name: 'case.write',
    about: aboutSchema,
    inputs: caseInputs,
    context: async () => undefined,
    async open(turn, about) {
      const { actor, words } = turn;
      const id = about.case ?? (about.idea && caseIdOf(about.idea));
      const study = id === undefined ? undefined : await storedCase(store, actor.tenantId, id);
      if (id !== undefined && study)
        return isAdded(study)
          ? openForm({ case: id, seen: lastWritten(study) }, typedFromCase(study))
          : viewItem(parts, turn, { kind: 'case', id }, firstPage);
      if (about.case !== undefined) return sayText(words.say('reading.case.gone'));
      if (about.idea === undefined) return openForm({}, { theme: 'none' });
      const draft = await fromWork.caseStudy(turn, about.idea);
      return draft
        ? openForm({ idea: about.idea }, caseDraft(draft))
        : sayText(words.say('cases.form.nothing'));
    },
    draw: ({ words }, state) => caseFormCard(words, state),
    async submit(turn, about, told, formId) {
      const { actor, words } = turn;
      const done = doneBy(turn);
      const { tenantId, personId } = actor;
      const draft = about.idea === undefined ? undefined : await fromWork.caseStudy(turn, about.idea);
      if (about.idea !== undefined && !draft) return refuse('form', words.say('cases.form.nothing'));
      const named = about.idea === undefined ? readingId(`case ${personId} ${formId}`) : caseIdOf(about.idea);
      const id = about.case ?? named;
      const outcome =
        about.case === undefined
          ? await addCase(store, tenantId, id, { ...told, added: done, ...(draft && { from: draft.from }) })
          : await editCase(store, tenantId, id, told, { done, seen: about.seen });
      if (outcome.kind === 'notOurs') return refuse('form', words.say('reading.case.gone'));
      if (outcome.kind === 'meanwhile')
        return refuse('form', words.say('cases.form.meanwhile', { name: outcome.by }), {
          about: { case: id, seen: outcome.seen },
        });
      return viewItem(parts, turn, { kind: 'case', id }, firstPage);
    },
    cancel: async (turn, about) =>
      about.case
        ? viewItem(parts, turn, { kind: 'case', id: about.case }, firstPage)
        : showCard(caseInviteCard(turn.words)),
  });
}

/** One case study for each piece of work: of two who draft it the second is told. */
const caseIdOf = (idea: string): string => readingId(`case of ${idea}`);
