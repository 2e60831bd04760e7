import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import { topicName } from '../subjects/codes.ts';
import { stemsOf } from '../subjects/stems.ts';
import type { Words } from '../words/words.ts';
import { caseArea, caseName, isAdded } from './case-name.ts';
import { type AddedCase, type CaseStudy, cases } from './model.ts';
import type { Sought } from './sought.ts';

/** A case study as it is stored; one that was taken back too. */
export async function storedCase(
  store: DocumentStore,
  tenant: string,
  id: string,
): Promise<CaseStudy | undefined> {
  return (await store.get(cases, tenant, id))?.body;
}

export const isTakenBack = (study: CaseStudy): boolean => isAdded(study) && study.takenBack !== undefined;

/** A case study that people may see; undefined when it was taken back or is gone. */
export async function caseById(
  store: DocumentStore,
  tenant: string,
  id: string,
): Promise<CaseStudy | undefined> {
  const study = await storedCase(store, tenant, id);
  return study && !isTakenBack(study) ? study : undefined;
}

const mostCases = 500;

async function everyCase(
  store: DocumentStore,
  tenant: string,
): Promise<readonly StoredDocument<CaseStudy>[]> {
  const { documents } = await store.query(cases, tenant, {
    orderBy: { field: 'place', direction: 'ascending' },
    limit: mostCases,
  });
  const addedAt = ({ body }: StoredDocument<CaseStudy>) => (isAdded(body) ? body.added.at : '');
  return documents.toSorted((a, b) => (addedAt(a) === addedAt(b) ? 0 : addedAt(a) > addedAt(b) ? -1 : 1));
}

/** Every case study that people may see: those that were added, the newest first, then the pilots by place. */
export const allCases = async (
  store: DocumentStore,
  tenant: string,
): Promise<readonly StoredDocument<CaseStudy>[]> =>
  (await everyCase(store, tenant)).filter(({ body }) => !isTakenBack(body));

/** Those that were added, the newest first, and those that were taken back. */
export const addedCases = async (
  store: DocumentStore,
  tenant: string,
): Promise<readonly StoredDocument<AddedCase>[]> =>
  (await everyCase(store, tenant)).flatMap(({ body, ...rest }) => (isAdded(body) ? [{ ...rest, body }] : []));

/** The case studies that are sought: of a topic or a theme, or with all the words anywhere in them. */
export async function findCases(
  store: DocumentStore,
  tenant: string,
  sought: Sought,
  words: Words,
): Promise<readonly StoredDocument<CaseStudy>[]> {
  return (await allCases(store, tenant)).filter(({ body }) => isSought(body, sought, words));
}

function isSought(study: CaseStudy, sought: Sought, words: Words): boolean {
  switch (sought.kind) {
    case 'everything':
      return true;
    case 'subject':
      return sought.subject.kind === 'topic'
        ? study.topics.includes(sought.subject.code)
        : study.theme === sought.subject.code;
    case 'words': {
      const stems = new Set(stemsOf(textOf(study, words)));
      return sought.stems.every((stem) => stems.has(stem));
    }
  }
}

const textOf = (study: CaseStudy, words: Words): string =>
  [
    caseName(study),
    caseArea(study),
    study.lookedAt,
    ...study.figures.map(({ text }) => text),
    ...study.topics.map((topic) => topicName(words, topic)),
  ].join(' ');
