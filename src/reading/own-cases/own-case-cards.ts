import type { CardView } from '../../bot/answer.ts';
import { type FormState, formData } from '../../bot/dialog.ts';
import { sayPart } from '../../bot/list-part.ts';
import type { Words } from '../../words/words.ts';
import type { CasePage } from '../case-page.ts';
import type { AddedCase } from '../model.ts';
import { sureness } from '../model.ts';
import { subjectChoices } from '../subject-inputs.ts';
import { caseFields, laterFigures } from './case-form.ts';

export const caseInviteCard = (words: Words): CardView => ({
  card: 'reading/case-invite',
  data: {},
  summary: words.say('cases.invite.heading'),
});

export function caseFormCard(words: Words, state: FormState<object>): CardView {
  const { typed, problems } = state;
  const moreFigures = laterFigures.some(
    (field) => (typed[field] ?? '') !== '' || problems[field] !== undefined,
  );
  const data = formData(state, caseFields);
  const sure = Object.fromEntries(
    caseFields.flatMap((field) => (field.startsWith('sure') ? [[field, typed[field] || 'medium']] : [])),
  );
  return {
    card: 'reading/case-write',
    data: {
      ...data,
      typed: { ...data.typed, ...sure },
      ...subjectChoices(words),
      sureness: sureness.map((code) => ({ code, name: words.say(`cases.sure.${code}`) })),
      moreFigures,
      offersMore: !moreFigures,
    },
    summary: words.say('cases.form.heading'),
  };
}

/** The case studies that were added, those that were taken back too, for the innovation team. */
export function ownCasesCard(words: Words, page: CasePage<AddedCase>): CardView {
  return {
    card: 'reading/own-cases',
    data: {
      part: sayPart(words, { all: page.total, before: page.start, shown: page.cases.length }),
      empty: page.cases.length === 0,
      cases: page.cases.map(({ id, body: { title, place, added, edited, takenBack } }) => ({
        id,
        title,
        meta: words.say('reading.case.added', { place, date: words.date((edited ?? added).at) }),
        state: takenBack
          ? words.say('reading.case.takenBack', {
              name: takenBack.by.name,
              date: words.date(takenBack.at),
            })
          : words.say('cases.own.by', { name: (edited ?? added).by.name }),
        colour: takenBack ? 'Attention' : 'Default',
      })),
      next: page.next ?? '',
      previous: page.previous ?? '',
    },
    summary: words.say('cases.own.heading'),
  };
}
