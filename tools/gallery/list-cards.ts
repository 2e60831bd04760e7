import type { CardView } from '../../src/bot/answer.ts';
import { listCard } from '../../src/challenges/list-card.ts';
import type { Challenge } from '../../src/challenges/model.ts';
import type { Comment } from '../../src/engagement/model.ts';
import { feedbackListCard } from '../../src/feedback/cards.ts';
import type { Feedback } from '../../src/feedback/model.ts';
import { codeStoryCard } from '../../src/ideas/code-cards.ts';
import { commentsCard } from '../../src/ideas/comment-cards.ts';
import { allIdeasCard } from '../../src/ideas/idea-card.ts';
import { mineCard } from '../../src/ideas/mine-card.ts';
import type { Submission } from '../../src/ideas/model.ts';
import { projectsCard } from '../../src/ideas/project-cards.ts';
import { projectPage } from '../../src/ideas/project-list.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { latestCard } from '../../src/reading/cards.ts';
import { casesCard } from '../../src/reading/case-cards.ts';
import { casePage } from '../../src/reading/case-page.ts';
import { commentsCard as readingCommentsCard } from '../../src/reading/comment-cards.ts';
import { curateListCard } from '../../src/reading/curate/curate-cards.ts';
import { firstState } from '../../src/reading/feeds/feed-state.ts';
import type { AddedCase, Article, CaseStudy } from '../../src/reading/model.ts';
import { ownCasesCard } from '../../src/reading/own-cases/own-case-cards.ts';
import { sourcesCard } from '../../src/reading/sources/source-cards.ts';
import type { Page, StoredDocument } from '../../src/store/document-store.ts';
import { loadCards } from '../../src/teams/cards.ts';
import { triageCommentsCard } from '../../src/triage/cards.ts';
import { englishWords } from '../../src/words/words.ts';
import type { GalleryCard } from './gallery-cards.ts';

const words = englishWords('Europe/London');
const at = '2026-11-24T10:00:00.000Z';
const pageSize = 5;
const place = { find: '', after: '' };

const titles = [
  'Sample idea: one form',
  'Sample idea: one form instead of three, so that residents who move house tell the whole council once and not each office',
  'Sample',
  'SampleWithoutAnySpaceInItBecauseSomebodyPastedAnAddressOfAPageIntoTheTitle',
  'Sample idea: a shared diary for the pool cars',
];
const names = ['Ann Sample', 'Bartholomew-Alexander Featherstonehaugh Sample-Longname of Longname', 'Bo'];
const states = ['received', 'question', 'trial', 'adopted', 'parked'] as const;

const take = <T>(list: readonly T[], n: number, fallback: T): T => list[n % list.length] ?? fallback;

const steps = (all: number): Submission['history'] =>
  Array.from({ length: all }, (_, n) => ({ n, at, what: 'submitted' }));

const submission = (n: number): Submission => ({
  reference: 'K7Q2MX',
  kind: take(['idea', 'project', 'barrier'] as const, n, 'idea'),
  title: take(titles, n, ''),
  change: 'Sample text. Today the same details are asked three times.',
  service: take(['Housing', 'Adult social care and health', 'Waste'], n, 'Housing'),
  shapedBy: [],
  naming: 'named',
  author: { personId: `sample-${n}`, name: take(names, n, '') },
  project: { stage: 'pilot', milestone: { text: take(titles, n + 1, ''), on: '2027-03-01' } },
  topics: n % 2 === 0 ? ['mental-health-disability', 'children-families', 'customer-access'] : [],
  state: take(states, n, 'received'),
  authorUnreachable: false,
  counts: { supports: n, comments: n % 2 },
  history: steps(1),
  createdAt: at,
  form: { id: 'sample', content: 'sample' },
  ...noEvents,
});

const comment = (n: number): Comment => {
  const by = { personId: `sample-${n % 2}`, name: take(names, n, '') };
  if (n === 3) return { kind: 'removedComment', by, at, removed: { by, at } };
  return { kind: 'comment', by, at, text: n === 1 ? 'Sample comment. '.repeat(30) : 'Sample comment.' };
};

const article = (n: number): Article => ({
  kind: 'iNews',
  title: take(titles, n, ''),
  teaser: n % 2 === 0 ? 'Sample teaser. '.repeat(15) : '',
  author: take(names, n, ''),
  source: { name: 'Sample source' },
  publishedAt: at,
  addedAt: at,
  order: at,
  topics: [],
  findable: [],
  text: ['Sample text.'],
  contentVersion: 1,
});

const source = (n: number) => ({
  ...firstState(`https://news${n}.example/feed`, new Date(at)),
  name: take(titles, n, '').slice(0, 100),
  ...(n % 2 === 0 ? { lastSuccess: at } : { failing: { since: at, told: false } }),
});

const study = (n: number): CaseStudy => (n % 3 === 2 ? ownCase(n) : pilot(n));

const pilot = (n: number): CaseStudy => ({
  code: 'sample',
  place: take(['Sample place', 'Sampleshire, Samplewick and the Sample Valley (one pilot of three)'], n, ''),
  region: 'Sample region',
  lookedAt: 'Sample text about what this pilot looked at, two lines or so on a phone.',
  figures: [],
  sources: ['Sample source'],
  topics: ['early-years'],
  confidence: 'high',
  contentVersion: 1,
});

const done = (n: number) => ({ by: { personId: 'sample', name: take(names, n, '') }, at });

const ownCase = (n: number): AddedCase => ({
  title: take(titles, n, ''),
  place: take(['Housing', 'Sampleshire, Samplewick and the Sample Valley'], n, ''),
  lookedAt: 'Sample text. '.repeat(1 + 20 * (n % 2)),
  figures: [],
  sources: ['Sample source'],
  topics: ['early-years'],
  added: done(n),
  ...(n % 3 === 1 && { takenBack: done(n) }),
});

const feedback = (n: number): Feedback => ({
  rating: 1 + (n % 5),
  words: n % 2 === 0 ? 'Sample words. '.repeat(20) : '',
  at,
  state: 'answered',
  ...(n !== 2 && { by: { personId: 'sample', name: take(names, n, '') } }),
  ...(n === 1 && {
    reply: { by: { personId: 'sample', name: take(names, n, '') }, text: 'Sample reply.', at },
  }),
  ...(n === 0 && { article: { id: 'sample', title: take(titles, 1, '') } }),
  ...noEvents,
});

const challenge = (n: number): Challenge => ({
  title: take(titles, n, ''),
  text: 'Sample text, long enough.',
  questions: [],
  topics: [],
  opensOn: '2026-11-23',
  closesOn: take(['2026-11-24', '2026-11-26', '2026-12-24'], n, '2026-12-24'),
  endsAt: '2026-12-24T17:00:00.000Z',
  dueAt: at,
  placeIds: ['sample'],
  state: 'open',
  by: { personId: 'sample', name: take(names, n, '') },
  changes: 0,
  createdAt: at,
  content: 'sample',
  ...noEvents,
});

const some = <T>(all: number, make: (n: number) => T): T[] =>
  Array.from({ length: Math.min(all, pageSize) }, (_, n) => make(n));

const stored = <T extends object>(all: number, make: (n: number) => T): StoredDocument<T>[] =>
  some(all, (n) => ({ id: `sample-${n}`, partition: 'sample', etag: '', body: make(n) }));

const pageOf = <T extends object>(all: number, make: (n: number) => T): Page<T> => ({
  documents: stored(all, make),
  ...(all > pageSize && { continuation: 'sample' }),
});

const everything = { kind: 'everything' } as const;

/** Every list, given how many entries there are: of a thousand a page in the middle. */
const lists: Readonly<Record<string, (all: number, paged: boolean) => CardView>> = {
  mine: (all, paged) =>
    mineCard(words, pageOf(all, submission), { state: undefined, paged, draft: undefined }),
  ideas: (all, paged) =>
    allIdeasCard(
      words,
      { ideas: some(all, submission), ...(all > pageSize && { older: 'sample' }) },
      { find: '', after: paged ? 'sample' : '' },
    ),
  projects: (all, paged) =>
    projectsCard(
      words,
      projectPage(
        Array.from({ length: all }, (_, n) => submission(n)),
        paged ? '500' : '',
      ),
      everything,
      place,
    ),
  comments: (all, paged) =>
    commentsCard(words, submission(1), pageOf(all, comment), { paged, personId: 'sample-0' }),
  'triage comments': (all, paged) => triageCommentsCard(words, submission(1), pageOf(all, comment), paged),
  latest: (all, paged) =>
    latestCard(
      words,
      {
        articles: stored(all, article),
        older: all > pageSize ? 'sample' : undefined,
        newer: paged ? 'sample' : undefined,
      },
      { sought: everything, place, featured: stored(1, article)[0] },
    ),
  sources: (all, paged) =>
    sourcesCard(
      words,
      Array.from({ length: all }, (_, n) => ({ id: 'sample', partition: '', etag: '', body: source(n) })),
      paged ? 500 : 0,
      new Date(at),
    ),
  curate: (all, paged) =>
    curateListCard(
      words,
      {
        articles: stored(all, article),
        older: all > pageSize ? 'sample' : undefined,
        newer: paged ? 'sample' : undefined,
      },
      place,
      new Date(at),
    ),
  'comments on an article': (all) =>
    readingCommentsCard(words, {
      item: { kind: 'article', id: 'sample' },
      title: 'Sample title '.repeat(15),
      page: pageOf(all, comment),
      reader: { personId: 'sample-0', following: true },
    }),
  cases: (all, paged) =>
    casesCard(
      words,
      casePage(
        Array.from({ length: all }, (_, n) => ({ id: 'sample', partition: '', etag: '', body: study(n) })),
        paged ? '500' : '',
      ),
      { sought: everything, place, forTeam: true },
    ),
  'own cases': (all, paged) =>
    ownCasesCard(
      words,
      casePage(
        Array.from({ length: all }, (_, n) => ({ id: 'sample', partition: '', etag: '', body: ownCase(n) })),
        paged ? '500' : '',
      ),
    ),
  feedback: (all, paged) => feedbackListCard(words, pageOf(all, feedback), paged),
  'by reply code': (all) =>
    codeStoryCard(
      { words, now: new Date(at) },
      { about: {}, formId: 'sample-form', typed: {}, problems: {} },
      {
        submission: { ...submission(0), history: steps(Math.max(1, all)) },
        due: { acknowledge: new Date(at), decide: new Date(at), near: new Date(at) },
      },
    ),
  challenges: (all, paged) =>
    listCard(
      words,
      {
        list: 'open',
        items: some(all, (n) => ({ id: 'sample', body: challenge(n), count: n, decided: [] })),
        next: all > pageSize ? 'sample' : '',
        paged,
        mayOpen: all !== 10,
      },
      { now: new Date(at), time: { localDate: (instant) => instant.toISOString().slice(0, 10) } },
    ),
};

/** Every list with none, one, ten and a thousand entries, as it stands in a message. */
export function listCards(): readonly (GalleryCard & { readonly list: string })[] {
  const cards = loadCards(words);
  const contentOf = (view: CardView): object => cards.draw(view, 'message').content;
  return Object.entries(lists).flatMap(([name, draw]) =>
    [0, 1, 10, 1000].map((all) => ({
      feature: 'lists',
      list: name.replaceAll(' ', '-'),
      name: `${name} of ${all}`,
      json: contentOf(draw(all, all === 1000)),
    })),
  );
}
