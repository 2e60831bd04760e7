import type { HistoryEntry } from '../../../src/ideas/history.ts';
import { type Submission, submissions } from '../../../src/ideas/model.ts';
import { fingerprint, referencesFor } from '../../../src/ideas/reference.ts';
import { noEvents } from '../../../src/outbox/event.ts';
import type { By } from '../../../src/people/by.ts';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { themes, topics } from '../../../src/subjects/codes.ts';
import { dayMs } from '../../../src/time/days.ts';
import { longText, longWord, names, services, some, take, titles } from './samples.ts';
import type { Seeds } from './seed.ts';

/** So many that wait, so many that Ann shared and that are decided, so many projects; so many barriers elsewhere. */
export async function seedSubmissions(store: DocumentStore, tenantId: string, seeds: Seeds): Promise<void> {
  const made = [
    ...some(seeds.all, (n) => waiting(n, seeds)),
    ...some(seeds.all, (n) => decided(n, seeds)),
    ...some(seeds.all, (n) => project(n, seeds)),
  ];
  await storeAll(store, tenantId, made);
}

/** So many barriers, most at one control; an idea that everybody may see, and one that a code opens. */
export const seedBarriers = (store: DocumentStore, tenantId: string, seeds: Seeds): Promise<void> =>
  storeAll(store, tenantId, [
    ...some(seeds.all, (n) => barrier(n, seeds)),
    { ...decided(0, seeds), reference: seeds.discussed, createdAt: at(seeds, 0) },
    byCode(seeds),
  ]);

async function storeAll(store: DocumentStore, tenantId: string, made: readonly Submission[]): Promise<void> {
  await store.createMany(
    submissions,
    tenantId,
    made.map((body) => ({ id: body.reference, body })),
  );
}

const states = ['received', 'inReview', 'question'] as const;

function waiting(n: number, seeds: Seeds): Submission {
  const given = submission('waiting', n, seeds, (n * 5 + 3) % 88);
  const owner = [seeds.tess, undefined, ...seeds.colleagues][n % (2 + seeds.colleagues.length)];
  const after = { n: 1, at: at(seeds, 1) };
  const more: HistoryEntry[] = [];
  if (n % 7 === 5) more.push({ ...after, what: 'answered', to: 0, answer: longText });
  if (n % 7 === 4) more.push({ ...after, what: 'woken', to: 0 });
  return {
    ...given,
    kind: n % 5 === 3 ? 'barrier' : 'idea',
    state: take(states, n),
    ...(owner && { owner }),
    ...(n % 6 === 2 && { coOwners: seeds.colleagues.slice(0, 4) }),
    ...(n % 3 === 1 && { challenge: { id: 'sample-challenge-0', title: take(titles, 1) } }),
    history: [...given.history, ...more],
  };
}

const ends = ['adopted', 'trial', 'parked', 'declined', 'reported', 'withdrawn', 'merged'] as const;

/** Shared by Ann; some of it calls for Tess. */
function decided(n: number, seeds: Seeds): Submission {
  const state = take(ends, n);
  const given = submission('decided', n, seeds, (n * 3 + 10) % 300);
  const on = (days: number) => at(seeds, -days).slice(0, 10);
  const entry: HistoryEntry = {
    n: 1,
    at: at(seeds, 1 + (n % 9)),
    what: 'decided',
    by: seeds.tess,
    decision: state === 'trial' || state === 'parked' || state === 'declined' ? state : 'adopted',
    reason: n % 2 === 0 ? 'Sample reason.' : longText.slice(0, 1000),
  };
  return {
    ...given,
    state,
    naming: 'named',
    author: seeds.ann,
    owner: seeds.tess,
    ...(state === 'trial' && {
      trial: { lead: take(seeds.colleagues, n), endsOn: on(n % 2 === 0 ? -3 : 40), checkOn: on(-2) },
    }),
    ...(state === 'adopted' && { benefitsOn: on(n % 2 === 0 ? -5 : 60) }),
    ...(state === 'parked' && { actOn: on(5) }),
    ...(state === 'reported' && { benefits: { cashable: 1000 * n + 1, confidence: 'medium' as const } }),
    history: state === 'withdrawn' || state === 'merged' ? given.history : [...given.history, entry],
  };
}

function project(n: number, seeds: Seeds): Submission {
  const given = submission('project', n, seeds, (n * 3 + 1) % 300);
  return {
    ...given,
    kind: 'project',
    naming: n % 3 === 2 ? 'teamOnly' : 'named',
    author: by(n),
    project: {
      stage: take(['practice', 'pilot', 'live', 'ended'] as const, n),
      milestone: { text: n % 2 === 0 ? longText.slice(0, 200) : 'Sample milestone', on: '2027-06-01' },
    },
    state: n % 4 === 3 ? 'ended' : 'published',
  };
}

function barrier(n: number, seeds: Seeds): Submission {
  const given = submission('barrier', n, seeds, (n * 3 + 1) % 300);
  return {
    ...given,
    kind: 'barrier',
    state: take(['inReview', 'parked'] as const, n),
    control:
      n % 2 === 0
        ? 'it'
        : take(['procurement', 'hr-finance', 'estates', 'data-sharing', 'other'] as const, n),
    ...(n % 3 !== 1 && { stops: n % 3 === 0 ? longText.slice(0, 500) : 'Sample work.' }),
    ...(n % 2 === 0 && { hoursAMonth: n === 2 ? 100_000 : n + 1 }),
  };
}

/** Without a name, and with so many steps. */
function byCode(seeds: Seeds): Submission {
  const given = submission('by code', 1, seeds, 200);
  const steps = some(
    seeds.all,
    (n): HistoryEntry => ({
      n: n + 1,
      at: at(seeds, 190 - n / 10),
      ...(n % 2 === 0
        ? {
            what: 'asked',
            by: take(seeds.colleagues, n),
            question: longText.slice(0, n % 4 === 0 ? 1000 : 40),
          }
        : { what: 'answered', to: n, answer: longText.slice(0, n % 4 === 1 ? 1000 : 40) }),
    }),
  );
  return {
    ...given,
    state: 'inReview',
    replyCodeHash: fingerprint(seeds.code),
    history: [...given.history, ...steps],
  };
}

const namings = ['named', 'anonymous', 'teamOnly', 'named'] as const;

function submission(kind: string, n: number, seeds: Seeds, ageInDays: number): Submission {
  const form = `${kind} ${n}`;
  const [reference = ''] = referencesFor(form);
  const naming = take(namings, n);
  const createdAt = at(seeds, ageInDays + 1);
  const title = take(titles, n);
  return {
    reference,
    kind: 'idea',
    title,
    change: n % 2 === 0 ? longText.slice(0, 2000) : `Sample text. ${longWord}`,
    ...(n % 3 !== 2 && { service: take(services, n) }),
    shapedBy: [],
    naming,
    ...(naming !== 'anonymous' && { author: by(n) }),
    ...(n % 2 === 0 && { theme: take(themes, n) }),
    topics: n % 2 === 0 ? [take(topics, n), take(topics, n + 5), take(topics, n + 9)] : [],
    state: 'received',
    authorUnreachable: n % 9 === 8,
    counts: { supports: n % 4 === 0 ? n : 1, comments: n % 3 },
    history: [{ n: 0, at: createdAt, what: 'submitted' }],
    createdAt,
    form: { id: form, content: '' },
    ...noEvents,
  };
}

const by = (n: number): By => ({ personId: `sample-author-${n}`, name: take(names, n) });

/** An instant so many days ago. */
export const at = ({ now }: Seeds, days: number): string =>
  new Date(now.getTime() - days * dayMs).toISOString();
