import type { CardView } from '../../bot/answer.ts';
import { type FormState, formData } from '../../bot/dialog.ts';
import { cutAtWord } from '../../reading/cut-at-word.ts';
import type { Words } from '../../words/words.ts';
import { editionSaying } from '../edition-card.ts';
import { itemsOf } from '../edition-items.ts';
import type { Told } from '../told.ts';
import { colourOf, standingOf } from './draft-words.ts';
import { type Draft, editionIdOf } from './model.ts';

/** A draft with all that is shown of it. */
export interface ShownDraft {
  readonly id: string;
  readonly draft: Draft;
  readonly told: Told;
  readonly now: Date;
  readonly unapproved: 'go' | 'wait';
}

/** A draft in the triage channel, with what can be done about it. @param notice says what became of a press. */
export function draftCard(words: Words, shown: ShownDraft, notice = ''): CardView {
  const { id, draft, told, now, unapproved } = shown;
  const { state, changedBy, sent, version, opening } = draft;
  const due = words.dateTime(draft.dueAt);
  const withdrawn = sent?.withdrawn.length ?? 0;
  const isLive = state === 'open' || state === 'approved';
  const standing = standingOf(words, draft, unapproved, now);
  return {
    card: 'digests/draft',
    data: {
      draft: id,
      seen: String(version),
      due: words.say('digests.draft.due', { places: draft.places, due }),
      standing,
      colour: colourOf(draft),
      notice,
      changed: changedBy && isLive ? words.say('digests.draft.changedBy', { name: changedBy.name }) : '',
      withdrawn: withdrawn > 0 ? words.say('digests.draft.withdrawn', { articles: withdrawn }) : '',
      opening,
      items: itemsOf(words, told).map(({ title, meta, why }) => ({ title, meta, why })),
      mayApprove: state === 'open',
      mayChange: isLive,
      mayLook: state !== 'lapsed',
      mayCorrect: state === 'sent',
      edition: editionIdOf(id),
    },
    summary: words.say('digests.draft.summary', { due, standing }),
  };
}

/** The reminder that nobody has approved a draft. */
export function reminderCard(words: Words, { id, draft, now, unapproved }: ShownDraft): CardView {
  const due = words.dateTime(draft.dueAt);
  const heading = words.say('digests.draft.reminder.heading');
  return {
    card: 'digests/draft-reminder',
    data: {
      draft: id,
      heading,
      due: words.say('digests.draft.due', { places: draft.places, due }),
      text: standingOf(words, draft, unapproved, now),
    },
    summary: words.say('digests.draft.summary', { due, standing: heading }),
  };
}

/** The edition as its readers will see it. */
export const lookCard = (words: Words, { draft, told }: ShownDraft): CardView =>
  editionSaying(
    words,
    { ...told, personal: false, links: new Map() },
    words.say('digests.draft.look', { due: words.dateTime(draft.dueAt) }),
  );

// Each title stands there twice, and what can be chosen is never cut to fit a card.
const longestChoice = 80;

export const changeFields = ['opening', 'swap', 'drop'] as const;

/** The form that changes a draft; without `shown` when the store does not answer. */
export function changeForm(words: Words, state: FormState<object>, shown: ShownDraft | undefined): CardView {
  const items = shown ? itemsOf(words, shown.told) : [];
  const choices = (some: typeof items) =>
    some.map(({ id, title }) => ({ value: id, title: cutAtWord(title, longestChoice) }));
  const swaps = choices(items.filter(({ swappable }) => swappable));
  return {
    card: 'digests/draft-form',
    data: {
      ...formData(state, changeFields),
      due: shown ? words.dateTime(shown.draft.dueAt) : '',
      takesBack: shown?.draft.state === 'approved',
      maySwap: swaps.length > 0,
      swaps,
      drops: choices(items),
    },
    summary: words.say('dialog.digest.changeDraft.title'),
  };
}
