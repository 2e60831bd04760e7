import { engagement, type Mark, subjectPartition } from '../../../src/engagement/model.ts';
import { type Feedback, feedback } from '../../../src/feedback/model.ts';
import { noEvents } from '../../../src/outbox/event.ts';
import { articleOrder, findableIn } from '../../../src/reading/article.ts';
import { cutAtWord } from '../../../src/reading/cut-at-word.ts';
import { firstState } from '../../../src/reading/feeds/feed-state.ts';
import {
  type AddedCase,
  type Article,
  articles,
  cases,
  type FeedState,
  feeds,
} from '../../../src/reading/model.ts';
import { type Proposal, proposals } from '../../../src/reading/write/proposal.ts';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { themes, topics } from '../../../src/subjects/codes.ts';
import { longText, names, services, some, take, titles } from './samples.ts';
import type { Seeds } from './seed.ts';
import { at } from './seed-submissions.ts';

/** So many articles, case studies, sources, proposals and feedback. */
export async function seedReading(store: DocumentStore, tenantId: string, seeds: Seeds): Promise<void> {
  const many = <Body>(name: string, make: (n: number, id: string) => Body) =>
    some(seeds.all, (n) => ({ id: `sample-${name}-${n}`, body: make(n, `sample-${name}-${n}`) }));
  await store.createMany(
    articles,
    tenantId,
    many('article', (n, id) => article(n, id, seeds)),
  );
  await store.createMany(
    cases,
    tenantId,
    many('case', (n) => ownCase(n, seeds)),
  );
  await store.createMany(
    feeds,
    tenantId,
    many('feed', (n) => source(n, seeds)),
  );
  await store.createMany(
    proposals,
    tenantId,
    many('proposal', (n) => proposal(n, seeds)),
  );
  await store.createMany(
    feedback,
    tenantId,
    many('feedback', (n) => thought(n, seeds)),
  );
}

/** So many comments on an idea and on an article. */
export async function seedComments(store: DocumentStore, tenantId: string, seeds: Seeds): Promise<void> {
  const comments = some(seeds.all, (n) => ({ id: `sample-comment-${n}`, body: comment(n, seeds) }));
  const discussed = { id: 'sample-article-0', body: article(1, 'sample-article-0', seeds) };
  await store.createMany(articles, tenantId, [discussed]);
  for (const subject of [
    { tenantId, kind: 'idea', id: seeds.discussed },
    { tenantId, kind: 'article', id: discussed.id },
  ] as const)
    await store.createMany(engagement, subjectPartition(subject), comments);
}

const person = (n: number) => ({ personId: `sample-reader-${n}`, name: take(names, n) });

const longTitle = `${take(titles, 1)} ${take(titles, 1)}`.slice(0, 200);

function article(n: number, id: string, seeds: Seeds): Article {
  const publishedAt = at(seeds, n);
  const told = {
    title: n % 4 === 1 ? longTitle : take(titles, n),
    teaser: n % 3 === 1 ? '' : cutAtWord(longText, n % 3 === 0 ? 300 : 40),
    source: { name: n % 4 === 0 ? `Sample source ${take(titles, 1)}`.slice(0, 100) : 'Sample source' },
  };
  return {
    kind: 'iNews',
    ...told,
    ...(n % 2 === 0 && { author: take(names, n + 1) }),
    publishedAt,
    addedAt: publishedAt,
    order: articleOrder(publishedAt, id),
    link: 'https://news.example/a',
    ...(n % 2 === 0 && { theme: take(themes, n) }),
    topics: n % 2 === 0 ? [take(topics, n), take(topics, n + 5), take(topics, n + 9)] : [],
    findable: findableIn(told),
    useful: n % 3 === 0 ? n : 0,
    text: [longText.slice(0, 400)],
    contentVersion: 1,
    ...(n % 5 === 4 && { hidden: { by: person(n), at: publishedAt } }),
    ...(n === 2 && { featured: { by: person(n), at: publishedAt, until: at(seeds, -5) } }),
    ...(n % 5 === 3 && { edited: { by: person(n), at: publishedAt } }),
  };
}

function ownCase(n: number, seeds: Seeds): AddedCase {
  return {
    title: take(titles, n),
    place:
      n % 2 === 0
        ? take(services, n)
        : 'Sampleshire, Samplewick, the Sample Valley and further places with a long name'.slice(0, 100),
    lookedAt: n % 2 === 0 ? longText : 'Sample text.',
    figures: [],
    sources: ['Sample source'],
    topics: ['early-years'],
    added: { by: person(n), at: at(seeds, n) },
    ...(n % 3 === 1 && { takenBack: { by: person(n + 1), at: at(seeds, 0) } }),
    ...(n % 4 === 0 && { useful: n }),
  };
}

function source(n: number, seeds: Seeds): FeedState {
  const started = firstState(
    `https://news${n}.example/${'very-long-path/'.repeat(n % 3)}feed.xml`,
    seeds.now,
  );
  return {
    ...started,
    ...(n % 3 !== 2 && { name: n % 2 === 0 ? take(titles, 1).slice(0, 100) : `Sample source ${n}` }),
    added: { by: person(n), at: at(seeds, 9) },
    ...(n % 4 === 1 && { paused: { by: person(n), at: at(seeds, 2) } }),
    ...(n % 4 === 2
      ? {
          failing: { since: at(seeds, 8), told: true },
          lastFault: { at: at(seeds, 0), reason: 'Sample reason' },
        }
      : { lastSuccess: at(seeds, 0) }),
    counts: { polls: 3, articles: n, faultsInARow: n % 4 === 2 ? 3 : 0 },
    // Nothing is asked of the network.
    nextPollAt: at(seeds, -400),
  };
}

const proposal = (n: number, seeds: Seeds): Proposal => ({
  written: {
    title: n % 2 === 0 ? longTitle : take(titles, n),
    teaser: longText.slice(0, n % 3 === 0 ? 300 : 0),
    text: longText,
    topics: [],
  },
  proposed: { by: person(n), at: at(seeds, n) },
  state: 'proposed',
  ...(n % 4 === 3 && { unnamed: true }),
  ...noEvents,
});

const thought = (n: number, seeds: Seeds): Feedback => ({
  rating: 1 + (n % 5),
  words: n % 2 === 0 ? longText : '',
  at: at(seeds, n),
  state: n % 3 === 1 ? 'answered' : 'new',
  ...(n % 3 !== 2 && { by: person(n) }),
  ...(n % 3 === 1 && { reply: { by: person(n + 1), text: longText.slice(0, 1000), at: at(seeds, 0) } }),
  ...(n % 2 === 0 && { article: { id: 'sample-article-0', title: longTitle } }),
  ...noEvents,
});

function comment(n: number, seeds: Seeds): Mark {
  const told = { by: person(n), at: at(seeds, n / 24) };
  return n % 4 === 3
    ? { kind: 'removedComment', ...told, removed: { by: person(n + 1), at: at(seeds, 0) } }
    : { kind: 'comment', ...told, text: n % 2 === 0 ? longText.slice(0, 1000) : 'Sample comment.' };
}
