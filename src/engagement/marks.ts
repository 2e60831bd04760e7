import type { Actor } from '../bot/turn.ts';
import { DocumentChanged, type DocumentStore, type StoredDocument } from '../store/document-store.ts';
import { everyPage } from '../store/every-document.ts';
import { engagement, type Mark, markId, type Subject, subjectPartition } from './model.ts';
import { noteChange } from './recount.ts';

type Person = Pick<Actor, 'personId' | 'name'>;

type MarkOf<Kind> = Extract<Mark, { kind: Kind }>;

/** How the marks of a subject stand, and which of them are one person's own. */
export interface Marks {
  readonly supports: number;
  readonly followers: number;
  readonly supporting: boolean;
  /** Of a support: the author may read the name. */
  readonly named: boolean;
  readonly following: boolean;
}

/** The most marks that are read to be counted; beyond that the store counts. */
const mostRead = 1000;

interface Standing {
  readonly marks: Marks;
  readonly own: StoredDocument<Mark> | undefined;
}

/** One read for up to 1,000 marks. */
export const marksOn = async (store: DocumentStore, subject: Subject, personId: string): Promise<Marks> =>
  (await standing(store, subject, personId)).marks;

async function standing(store: DocumentStore, subject: Subject, personId: string): Promise<Standing> {
  const partition = subjectPartition(subject);
  const { documents, continuation } = await store.query(engagement, partition, {
    where: { kind: { in: ['support', 'follow'] } },
    limit: mostRead,
  });
  const countOf = async (kind: Mark['kind']) =>
    continuation === undefined
      ? documents.filter(({ body }) => body.kind === kind).length
      : store.count(engagement, partition, { kind });
  const ownOf = async (kind: 'support' | 'follow') => {
    const id = markId(kind, personId);
    return continuation === undefined
      ? documents.find((document) => document.id === id)
      : store.get(engagement, partition, id);
  };
  const own = await ownOf('support');
  return {
    own,
    marks: {
      supports: await countOf('support'),
      followers: await countOf('follow'),
      supporting: own !== undefined,
      named: own?.body.kind === 'support' && own.body.named,
      following: (await ownOf('follow')) !== undefined,
    },
  };
}

/** Supports a subject once, whoever clicks how often; a second support changes whether the name may be read. */
export async function support(
  store: DocumentStore,
  subject: Subject,
  actor: Person,
  { named, now }: { named: boolean; now: Date },
): Promise<Marks> {
  const { marks, own } = await standing(store, subject, actor.personId);
  if (own && marks.named === named) return marks;
  const body: Mark = { kind: 'support', by: byOf(actor), named, at: now.toISOString() };
  if (own) {
    await rename(store, own, body);
    return { ...marks, named };
  }
  await noteChange(store, subject, now);
  await put(store, subject, markId('support', actor.personId), body);
  return { ...marks, supports: marks.supports + 1, supporting: true, named };
}

/** Takes the support back. Does nothing where there is none. */
export async function takeSupportBack(
  store: DocumentStore,
  subject: Subject,
  actor: Actor,
  now: Date,
): Promise<Marks> {
  const { marks } = await standing(store, subject, actor.personId);
  if (!marks.supporting) return marks;
  await noteChange(store, subject, now);
  await store.remove(engagement, subjectPartition(subject), markId('support', actor.personId));
  return { ...marks, supports: marks.supports - 1, supporting: false, named: false };
}

export async function follow(
  store: DocumentStore,
  subject: Subject,
  actor: Person,
  now: Date,
): Promise<Marks> {
  const { marks } = await standing(store, subject, actor.personId);
  if (marks.following) return marks;
  const body: Mark = { kind: 'follow', by: byOf(actor), at: now.toISOString() };
  await put(store, subject, markId('follow', actor.personId), body);
  return { ...marks, followers: marks.followers + 1, following: true };
}

/** Somebody presses to follow: that they had stopped counts no more. */
export async function followAgain(
  store: DocumentStore,
  subject: Subject,
  actor: Person,
  now: Date,
): Promise<Marks> {
  await store.remove(engagement, subjectPartition(subject), markId('noFollow', actor.personId));
  return follow(store, subject, actor, now);
}

/** Who takes part follows, unless they have said that they want to hear no more. */
export async function followByTakingPart(
  store: DocumentStore,
  subject: Subject,
  actor: Person,
  now: Date,
): Promise<void> {
  const stopped = await store.get(engagement, subjectPartition(subject), markId('noFollow', actor.personId));
  if (!stopped) await follow(store, subject, actor, now);
}

export async function stopFollowing(store: DocumentStore, subject: Subject, actor: Actor): Promise<Marks> {
  const { marks } = await standing(store, subject, actor.personId);
  if (!marks.following) return marks;
  await store.remove(engagement, subjectPartition(subject), markId('follow', actor.personId));
  return { ...marks, followers: marks.followers - 1, following: false };
}

/** Who has stopped stays so until they press to follow: taking part does not make them follow again. */
export async function stopForGood(
  store: DocumentStore,
  subject: Subject,
  actor: Actor,
  now: Date,
): Promise<void> {
  const body: Mark = { kind: 'noFollow', by: byOf(actor), at: now.toISOString() };
  await put(store, subject, markId('noFollow', actor.personId), body);
  await stopFollowing(store, subject, actor);
}

/** The object ids of those who follow a subject, a page at a time. */
export async function* followersOf(store: DocumentStore, subject: Subject): AsyncIterable<readonly string[]> {
  const following = { where: { kind: 'follow' }, limit: 100 } as const;
  for await (const page of everyPage(store, engagement, subjectPartition(subject), following))
    yield page.map(({ body }) => body.by.personId);
}

/** The latest supports, the newest first. */
export async function latestSupports(
  store: DocumentStore,
  subject: Subject,
  limit: number,
): Promise<readonly MarkOf<'support'>[]> {
  const { documents } = await store.query(engagement, subjectPartition(subject), {
    where: { kind: 'support' },
    orderBy: { field: 'at', direction: 'descending' },
    limit,
  });
  return documents.flatMap(({ body }) => (body.kind === 'support' ? [body] : []));
}

export const countMarks = (store: DocumentStore, subject: Subject, kind: Mark['kind']): Promise<number> =>
  store.count(engagement, subjectPartition(subject), { kind });

export const byOf = ({ personId, name }: Person): Mark['by'] => ({ personId, name });

async function put(store: DocumentStore, subject: Subject, id: string, body: Mark): Promise<void> {
  await store.createMany(engagement, subjectPartition(subject), [{ id, body }]);
}

/** Another click of the same person that came first stands: it is as late as this one. */
async function rename(store: DocumentStore, own: StoredDocument<Mark>, body: Mark): Promise<void> {
  try {
    await store.replace(engagement, own, body);
  } catch (error) {
    if (!(error instanceof DocumentChanged)) throw error;
  }
}
