import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import { sayPart } from '../bot/list-part.ts';
import type { Submission } from '../ideas/model.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import { isolated } from '../words/right-to-left.ts';
import type { Words } from '../words/words.ts';
import {
  answerLines,
  barrierMeta,
  changeData,
  changesOf,
  controlName,
  type Owner,
  ownerLine,
  standingLine,
} from './lines.ts';
import { type Control, type ControlRecord, mostEnded, stances } from './model.ts';
import type { At, Standing } from './standing.ts';

/** One control as a card shows it. */
export interface ShownControl {
  readonly standing: Standing;
  readonly record: ControlRecord | undefined;
  readonly owner: Owner;
}

const mostLines = 3;
const longestInList = 160;
const longestOfBarrier = 300;
export const pageSize = 5;

/** The register: every control at which something stands or was changed, those that stop most first. */
export function registerCard(words: Words, shown: readonly ShownControl[]): CardView {
  const all = shown.map(({ standing }) => standing);
  const barriers = all.reduce((sum, one) => sum + one.barriers.length, 0);
  const total = {
    barriers,
    hours: all.reduce((sum, { hours }) => sum + hours, 0),
    counted: all.reduce((sum, { counted }) => sum + counted, 0),
  };
  const changes = changesOf(shown.flatMap(({ record }) => record ?? []));
  return {
    card: 'audit/register',
    data: {
      total: barriers > 0 ? words.say('audit.total', { barriers }) : '',
      cost: barriers > 0 ? words.say('audit.cost', total) : '',
      empty: barriers === 0 ? words.say('audit.empty') : '',
      controls: shown
        .filter(({ standing, record }) => standing.barriers.length > 0 || record)
        .map((one) => controlData(words, one)),
      ...changedData(words, changes),
    },
    summary: words.say('audit.summary', { barriers }),
  };
}

export const changedData = (words: Words, changes: ReturnType<typeof changesOf>, most = mostLines) => ({
  hasChanges: changes.length > 0,
  changes: changes
    .slice(0, most)
    .map((change) => ({ ...change, what: cutAtWord(change.what, longestInList) }))
    .map((change) => changeData(words, change)),
});

const isLost = (owner: Owner): boolean => typeof owner === 'object' && owner.isLost === true;

export function controlData(words: Words, { standing, record, owner }: ShownControl) {
  const { answered, answer } = answerLines(words, record);
  return {
    control: standing.at,
    name: controlName(words, standing.at),
    line: standingLine(words, standing),
    owner: standing.at === 'none' || (answered !== '' && !isLost(owner)) ? '' : ownerLine(words, owner),
    answered,
    answer: cutAtWord(answer, longestInList),
  };
}

/** One control for the innovation team: its barriers, its owner's answer, what was changed. */
export function controlCard(
  words: Words,
  { standing, record, owner }: ShownControl,
  { from, mayAsk, said }: { readonly from: number; readonly mayAsk: boolean; readonly said: string },
): CardView {
  const { at, barriers } = standing;
  const shown = barriers.slice(from, from + pageSize);
  const name = controlName(words, at);
  return {
    card: 'audit/control',
    data: {
      control: at,
      name,
      said,
      line: standingLine(words, standing),
      part: sayPart(words, { all: barriers.length, before: from, shown: shown.length }),
      owner: at === 'none' ? '' : ownerLine(words, owner),
      ...answerLines(words, record),
      barriers: shown.map((submission) => ({
        ...barrierData(words, submission, longestInList),
        reference: submission.reference,
      })),
      ...changedData(words, changesOf(record ? [record] : [])),
      mayAsk,
      mayChange: at !== 'none' && barriers.length > 0,
      hasOlder: from + pageSize < barriers.length,
      older: from + pageSize,
      paged: from > 0,
    },
    summary: words.say('audit.control.summary', { control: name }),
  };
}

/** One barrier in its author's words, with the name that everybody may read. */
function barrierData(words: Words, submission: Submission, most = longestOfBarrier) {
  const { title, stops = '', change, naming, author } = submission;
  const by = naming === 'named' && author ? author.name : words.say('audit.barrier.unnamed');
  return {
    title,
    meta: barrierMeta(words, submission, by),
    text: cutAtWord(stops === '' ? change : stops, most),
  };
}

/** Of the barriers of a control, those whose words its owner may read, and how many besides. */
export interface OwnedBarriers {
  readonly open: readonly Submission[];
  readonly hidden: number;
}

/** What the owner of a control reads: the words of barriers that everybody may read, named as their authors allow. */
export function ownerCard(
  words: Words,
  control: Control,
  standing: Standing,
  { open, hidden }: OwnedBarriers,
  from: number,
): CardView {
  const heading = words.say('audit.owner.heading', { control: controlName(words, control) });
  const left = open.length - from - pageSize;
  return {
    card: 'audit/owned',
    data: {
      control,
      heading,
      intro: words.say('audit.owner.intro', { barriers: standing.barriers.length }),
      line: standingLine(words, standing),
      barriers: open.slice(from, from + pageSize).map((submission) => barrierData(words, submission)),
      hidden: hidden > 0 ? words.say('audit.owner.hidden', { n: hidden }) : '',
      hasOlder: left > 0,
      older: from + pageSize,
      paged: from > 0,
    },
    summary: heading,
  };
}

/** @param barriers those that the owner may read, newest first. */
export const answerForm = (
  words: Words,
  state: FormState<{ readonly control: Control }>,
  barriers: readonly Submission[] = [],
): CardView => ({
  card: 'audit/answer',
  data: {
    ...formData(state, ['stance', 'text', 'barriers']),
    choices: choicesOf(barriers),
    hasChoices: barriers.length > 0,
    name: controlName(words, state.about.control),
    stances: stances.map((code) => ({ code, name: words.say(`audit.stance.${code}`) })),
  },
  summary: words.say('audit.answer.heading'),
});

const longestChoice = 70;

const choicesOf = (barriers: readonly Submission[]) =>
  barriers.slice(0, mostEnded).map(({ reference, title }) => ({
    reference,
    title: `${isolated(cutAtWord(title, longestChoice))} · ${reference}`,
  }));

/**
 * @param marked the barriers that can be marked, newest first, whether some of the actor's own are left out, and the
 * answer of the owner where they say that it is changed.
 */
export function changeForm(
  words: Words,
  state: FormState<{ readonly control: Control }>,
  marked:
    | {
        readonly barriers: readonly Submission[];
        readonly own: boolean;
        readonly answer?: ControlRecord['answer'];
      }
    | undefined,
): CardView {
  const { barriers = [], own = false, answer } = marked ?? {};
  return {
    card: 'audit/change',
    data: {
      ...formData(state, ['what', 'barriers']),
      name: controlName(words, state.about.control),
      choices: choicesOf(barriers),
      said: answer ? words.say('audit.change.said', answer.by) : '',
      more: barriers.length > mostEnded ? words.say('audit.change.newest', { n: mostEnded }) : '',
      own: own ? words.say('audit.change.own') : '',
    },
    summary: words.say('audit.change.heading'),
  };
}

/** What the innovation team reads in its channel once an owner has answered. */
export function toldCard(words: Words, control: At, answer: NonNullable<ControlRecord['answer']>): CardView {
  const heading = words.say('audit.told.heading', { control: controlName(words, control) });
  return {
    card: 'audit/told',
    data: {
      control,
      heading,
      answered: words.say('audit.answered', {
        name: answer.by.name,
        date: words.date(answer.at),
        stance: words.say(`audit.stance.${answer.stance}`),
      }),
      answer: answer.text,
      mayConfirm: answer.stance === 'changed',
    },
    summary: heading,
  };
}
