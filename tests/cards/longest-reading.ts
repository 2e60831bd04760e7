import type { CardView } from '../../src/bot/answer.ts';
import type { FormState } from '../../src/bot/dialog.ts';
import { longestComment } from '../../src/engagement/model.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { articleCard } from '../../src/reading/cards.ts';
import { caseCard, casesCard } from '../../src/reading/case-cards.ts';
import { commentedCard, commentFormCard, commentsCard } from '../../src/reading/comment-cards.ts';
import {
  type AddedCase,
  type Article,
  longestAlt,
  longestOfCase,
  longestTeaser,
  longestTitle,
  mostFigures,
} from '../../src/reading/model.ts';
import { typedFromCase } from '../../src/reading/own-cases/case-draft.ts';
import { caseFormCard, ownCasesCard } from '../../src/reading/own-cases/own-case-cards.ts';
import { longestAnswer, longestText, type Proposal, type Written } from '../../src/reading/write/proposal.ts';
import {
  editProposalCard,
  proposalCard,
  proposalNewsCard,
  writeCard,
  writtenCard,
} from '../../src/reading/write/write-cards.ts';
import { typedFrom } from '../../src/reading/write/write-form.ts';
import { topics } from '../../src/subjects/codes.ts';
import type { Words } from '../../src/words/words.ts';
import { type Long, longestComments, pageOf } from './longest-inputs.ts';

const at = '2026-11-24T09:00:00.000Z';
const link = 'https://www.example.org/'.padEnd(longestOfCase.link, 'l');
const id = 'c'.repeat(22);
const place = { find: 'a'.repeat(100), after: '500' };
const longestTopics = topics.toSorted((a, b) => b.length - a.length).slice(0, 3);

function longestCase(long: Long): AddedCase {
  const done = { by: { personId: 'p'.repeat(36), name: long(100) }, at };
  const figure = {
    text: long(longestOfCase.figure),
    source: long(longestOfCase.source),
    confidence: 'low',
  } as const;
  return {
    title: long(longestOfCase.title),
    place: long(longestOfCase.place),
    lookedAt: long(longestOfCase.lookedAt),
    figures: Array(mostFigures).fill(figure),
    sources: [long(longestOfCase.source), `${long(longestOfCase.source - 1)}b`],
    link,
    theme: 'right-environment',
    topics: longestTopics,
    added: done,
    edited: done,
    takenBack: done,
  };
}

const longestWritten = (long: Long): Written => ({
  title: long(longestTitle),
  teaser: long(longestTeaser),
  text: long(longestText),
  link,
  picture: { address: link, alt: long(longestAlt) },
  theme: 'right-environment',
  topics: longestTopics,
});

/** Every card of what is read that shows what people typed, with the longest they may type. */
export function longestReadingViews(
  words: Words,
  long: Long,
  form: (typed: Readonly<Record<string, string>>) => FormState<object>,
): Readonly<Record<string, CardView>> {
  const study = longestCase(long);
  const { takenBack: _, ...shown } = study;
  const stored = pageOf(shown).documents;
  const page = { cases: stored, total: 500, start: 495, next: '500', previous: '490' };
  const marks = { supports: 1_000_000, followers: 9, supporting: true, named: true, following: true };
  const view = { id, place, marks, own: true };
  const tried = Array.from({ length: 9 }, (_, n) => ({
    service: `${n} ${long(60)}`,
    state: 'running' as const,
  }));
  const comments = longestComments(long);
  const item = { kind: 'case', id } as const;
  const written = longestWritten(long);
  const proposal: Proposal = {
    written,
    proposed: study.added,
    state: 'answered',
    decided: study.added,
    answer: long(longestAnswer),
    unnamed: true,
    ...noEvents,
  };
  const article: Article = {
    kind: 'iNews',
    ...written,
    author: long(100),
    source: { name: 'iNews' },
    publishedAt: at,
    addedAt: at,
    order: at,
    findable: [],
    text: [written.text],
    contentVersion: 1,
  };
  const notes = { publishes: false, unnamed: true, authorUnnamed: true };
  return {
    case: caseCard(words, { ...view, study: shown, tried, forTeam: true }),
    caseTakenBack: caseCard(words, { ...view, study, tried, forTeam: true }),
    cases: casesCard(words, page, {
      sought: { kind: 'words', stems: [], text: place.find },
      place,
      forTeam: true,
    }),
    ownCases: ownCasesCard(words, { ...page, cases: pageOf(study).documents }),
    caseForm: caseFormCard(words, form(typedFromCase(study))),
    article: articleCard(words, { ...view, article }),
    write: writeCard(words, form(typedFrom(written)), notes),
    editProposal: editProposalCard(words, form(typedFrom(written))),
    written: writtenCard(words, id, proposal),
    proposal: proposalCard(words, id, proposal),
    proposalNews: proposalNewsCard(words, id, proposal),
    readingComments: commentsCard(words, {
      item,
      title: long(longestTitle),
      page: comments,
      reader: { personId: 'p'.repeat(36), following: true },
    }),
    readingComment: commentFormCard(words, form({ comment: long(longestComment) }), long(longestTitle)),
    readingCommented: commentedCard(words, {
      item,
      title: long(longestTitle),
      comments: comments.documents,
    }),
  };
}
