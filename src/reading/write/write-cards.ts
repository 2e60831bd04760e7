import type { CardView } from '../../bot/answer.ts';
import { type FormState, formData } from '../../bot/dialog.ts';
import { sayPart } from '../../bot/list-part.ts';
import type { StoredDocument } from '../../store/document-store.ts';
import type { Words } from '../../words/words.ts';
import { subjectsLine } from '../article-words.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { subjectChoices } from '../subject-inputs.ts';
import { articleIdOf, type Proposal } from './proposal.ts';
import { showsMore, writeFields } from './write-form.ts';

export const writeInviteCard = (words: Words): CardView => ({
  card: 'reading/write-invite',
  data: {},
  summary: words.say('write.invite.heading'),
});

/** What the form says before it is sent. */
interface WriteNotes {
  /** Whoever writes it is of the innovation team: it is published at once. */
  readonly publishes: boolean;
  /** It is published without the name of whoever writes it. */
  readonly unnamed: boolean;
  /** Whoever the work comes from is not named to everybody. */
  readonly authorUnnamed: boolean;
}

export const writeCard = (
  words: Words,
  state: FormState<object>,
  { publishes, unnamed, authorUnnamed }: WriteNotes,
): CardView => ({
  card: 'reading/write',
  data: {
    ...formData(state, writeFields),
    ...subjectChoices(words),
    showMore: showsMore(state),
    publishes,
    sends: !publishes,
    unnamed,
    authorUnnamed,
  },
  summary: words.say('write.invite.heading'),
});

export const editProposalCard = (words: Words, state: FormState<object>): CardView => ({
  card: 'reading/proposal-edit',
  data: { ...formData(state, writeFields), ...subjectChoices(words), showMore: showsMore(state) },
  summary: words.say('write.edit.heading'),
});

/** What somebody of the innovation team sees of the article that they have published by writing it. */
export const writtenCard = (words: Words, article: string, { written, unnamed }: Proposal): CardView => ({
  card: 'reading/written',
  data: {
    id: article,
    title: written.title,
    text: words.say(unnamed ? 'write.written.unnamed' : 'write.written.named'),
  },
  summary: words.say('write.written.heading'),
});

const colours = { proposed: 'Attention', published: 'Accent', answered: 'Accent' } as const;

const stateOf = (words: Words, { state, decided }: Proposal) => ({
  state: words.say(`write.state.${state}`, { name: decided?.by.name ?? '' }),
  colour: colours[state],
});

/** A proposal in the innovation team's channel, as it stands. */
export function proposalCard(words: Words, id: string, proposal: Proposal): CardView {
  const { written, proposed, state, answer, unnamed } = proposal;
  const { title, teaser, text, link = '', picture } = written;
  return {
    card: 'reading/proposal',
    data: {
      id,
      title,
      meta: words.say(unnamed ? 'write.proposal.metaUnnamed' : 'write.proposal.meta', {
        name: proposed.by.name,
        date: words.date(proposed.at),
      }),
      ...stateOf(words, proposal),
      teaser,
      paragraphs: paragraphsOf(text).map((paragraph) => ({ paragraph })),
      pictures: picture ? [picture] : [],
      subjects: subjectsLine(words, written),
      link,
      answer: answer ?? '',
      open: state === 'proposed',
    },
    summary: words.say('write.proposal.summary', { title }),
  };
}

const pageSize = 5;

/** What waits for the innovation team. @param from how many come before the page. */
export function proposalsCard(
  words: Words,
  waiting: readonly StoredDocument<Proposal>[],
  from: number,
): CardView {
  const before = from < waiting.length ? from : 0;
  const shown = waiting.slice(before, before + pageSize);
  return {
    card: 'reading/proposals',
    data: {
      part: sayPart(words, { all: waiting.length, before, shown: shown.length }),
      empty: waiting.length === 0,
      proposals: shown.map(({ id, body }) => ({
        id,
        title: body.written.title,
        meta: words.say('write.proposal.meta', {
          name: body.proposed.by.name,
          date: words.date(body.proposed.at),
        }),
      })),
      hasNext: before + pageSize < waiting.length,
      next: before + pageSize,
      hasPrevious: before > 0,
      previous: Math.max(0, before - pageSize),
    },
    summary: words.say('write.proposals.heading'),
  };
}

export const answerProposalCard = (words: Words, state: FormState<object>, title: string): CardView => ({
  card: 'reading/proposal-answer',
  data: { ...formData(state, ['answer']), title },
  summary: words.say('write.answer.heading'),
});

/** What whoever proposed an article is told. */
export const proposalNewsCard = (
  words: Words,
  id: string,
  { written, state, answer, decided }: Proposal,
): CardView => {
  const published = state === 'published';
  return {
    card: 'reading/proposal-news',
    data: {
      id: articleIdOf(id),
      heading: words.say(published ? 'write.news.published' : 'write.news.answered'),
      title: written.title,
      text: published ? '' : words.say('write.news.by', { name: decided?.by.name ?? '', text: answer ?? '' }),
      published,
    },
    summary: words.say(published ? 'write.news.published' : 'write.news.answered'),
  };
};
