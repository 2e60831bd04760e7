import { composeRun } from '../../src/digests/compose-run.ts';
import type { Shown } from '../../src/digests/edition-card.ts';
import { type Edition, longestOpening, type Subscription, usualWish } from '../../src/digests/model.ts';
import { toldIn } from '../../src/digests/told.ts';
import { type Submission, submissions } from '../../src/ideas/model.ts';
import { noEvents } from '../../src/outbox/event.ts';
import {
  type Article,
  articles,
  type CaseStudy,
  cases,
  longestTeaser,
  longestTitle,
} from '../../src/reading/model.ts';
import { begin } from '../../src/spread/life.ts';
import { type Replication, replications } from '../../src/spread/model.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-store.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';

const tenantId = 'sample-tenant';
const day = '2026-11-24T09:00:00.000Z';
const timeZone = 'Europe/London';
const clock = { now: () => new Date('2026-11-24T10:00:00.000Z') };

/** Words as long as they may be, as somebody might write them. */
const upTo = (length: number, words: string): string => {
  const text = `${words} `.repeat(Math.ceil(length / words.length));
  return text.slice(0, length - 1).replace(/\s+\S*$/u, '.');
};

const longWords = 'Sample words as long as they may be, about one form that takes the place of many others,';

const article = (n: number, isLong: boolean): { id: string; body: Article } => {
  const minutes = String(59 - n).padStart(2, '0');
  const publishedAt = `2026-11-23T09:${minutes}:00.000Z`;
  const id = `article-${n}`;
  return {
    id,
    body: {
      kind: 'feed',
      title: isLong
        ? upTo(longestTitle, `${n + 1}. ${longWords}`)
        : `Sample article ${n + 1}: one form instead of three`,
      teaser: isLong
        ? upTo(longestTeaser, longWords)
        : 'Sample teaser: how one service asks residents once, and what that saves them.',
      source: { name: isLong ? upTo(100, 'Sample source with a long name') : 'Sample source' },
      publishedAt,
      addedAt: publishedAt,
      order: `${publishedAt} ${id}`,
      link: `https://news.example/${id}`,
      topics: [],
      findable: [],
      sameness: id,
    },
  };
};

const study = (isLong: boolean): { id: string; body: CaseStudy } => ({
  id: 'case-sample',
  body: {
    code: 'sample',
    place: isLong ? 'Sampleshire, Samplewick and the Sample Valley' : 'Sample Town',
    region: 'Sample Region',
    lookedAt: upTo(isLong ? 900 : 220, 'Sample text about what this pilot looked at and what it learnt.'),
    figures: [
      {
        text: 'Sample: £1 spent early was expected to save £4 later.',
        source: 'Sample review, 2010',
        confidence: 'medium',
        caveat: 'Sample: the pilot’s own projection, never checked.',
      },
    ],
    doubt: isLong ? 'Sample doubt: two reports give different figures.' : undefined,
    sources: ['Sample review, 2010'],
    topics: ['early-years'],
    confidence: 'high',
    contentVersion: 1,
  },
});

const submission = (
  n: number,
  isLong: boolean,
  given: Pick<Submission, 'kind' | 'state' | 'history'>,
): { id: string; body: Submission } => {
  const reference = `SAMPL${n}`;
  return {
    id: reference,
    body: {
      ...given,
      reference,
      title: isLong ? upTo(120, longWords) : `Sample ${given.kind}: a shared diary for the pool cars`,
      change: 'Sample text.',
      service: 'Adult social care and health',
      shapedBy: [],
      naming: 'named',
      author: { personId: 'ann', name: 'Ann Sample' },
      topics: [],
      authorUnreachable: false,
      createdAt: '2026-11-10T09:00:00.000Z',
      form: { id: 'sample', content: 'sample' },
      ...(n === 2 && { thanks: { n: 1, round: 1, agreed: true, at: day, places: [] } }),
      ...noEvents,
    },
  };
};

const by = { personId: 'tess', name: 'Tess Sample' };

const moved = (isLong: boolean): { id: string; body: Submission }[] => [
  submission(1, isLong, {
    kind: 'idea',
    state: 'trial',
    history: [{ n: 1, at: day, what: 'decided', by, decision: 'trial', reason: 'Sample reason.' }],
  }),
  submission(2, isLong, {
    kind: 'idea',
    state: 'adopted',
    history: [{ n: 1, at: day, what: 'decided', by, decision: 'adopted', reason: 'Sample reason.' }],
  }),
  submission(3, isLong, {
    kind: 'project',
    state: 'published',
    history: [{ n: 1, at: day, what: 'published', by }],
  }),
];

const spreadId = 'r'.repeat(43);

const tried = (isLong: boolean): { id: string; body: Replication } => {
  const title = isLong ? upTo(120, longWords) : 'Sample idea: one form';
  const wish = {
    source: { kind: 'idea' as const, id: 'SAMPL2', title },
    service: 'Adult social care and health',
    by,
    lead: by,
    startsOn: '2026-11-23',
    form: 'sample',
  };
  return { id: spreadId, body: begin(spreadId, wish, new Date(day)) };
};

interface Wished {
  readonly articles: number;
  /** With a case study, ideas that moved, a project and what spread. */
  readonly isFull: boolean;
  readonly isLong: boolean;
  readonly more?: Partial<Edition>;
}

/** An edition of plainly sample candidates, as the real composer makes it and a channel gets it. */
export async function sampleEdition({ articles: count, isFull, isLong, more }: Wished): Promise<Shown> {
  const store = openSqliteStore({ file: ':memory:', clock, telemetry: logTelemetry('silent') });
  try {
    const given = Array.from({ length: count }, (_, n) => article(n, isLong));
    await store.createMany(articles, tenantId, given);
    if (isFull) {
      await store.createMany(cases, tenantId, [study(isLong)]);
      await store.createMany(submissions, tenantId, moved(isLong));
      await store.createMany(replications, tenantId, [tried(isLong)]);
    }
    return await composed(store, more);
  } finally {
    await store.close();
  }
}

const schedule = { kind: 'weekly', weekdays: ['tuesday'], time: '10:00', timeZone } as const;

async function composed(store: DocumentStore, more: Partial<Edition> = {}): Promise<Shown> {
  const subscription: Subscription = {
    placeId: 'sample',
    schedule,
    state: 'active',
    dueAt: clock.now().toISOString(),
    wish: { ...usualWish, length: 'long' },
    lastEditionAt: '2026-11-17T10:00:00.000Z',
    casesTold: {},
    recent: [],
    subscribedBy: 'sample',
  };
  const edition = await composeRun({ store, clock }, tenantId, 'asked').compose(subscription);
  const empty: Edition = {
    articleIds: [],
    ideas: [],
    projects: [],
    spread: [],
    themes: [],
    why: {},
    composedAt: day,
    cutOff: day,
    ...noEvents,
  };
  const told = await toldIn(store, tenantId, { ...(edition?.body ?? empty), ...more });
  return { ...told, schedule, because: 'due', personal: false, links: new Map() };
}

/** The longest words before an edition. */
export const longOpening = upTo(longestOpening, longWords);
