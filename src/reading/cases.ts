import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import { topicName } from '../subjects/codes.ts';
import { stemsOf } from '../subjects/stems.ts';
import type { Words } from '../words/words.ts';
import { type CaseStudy, cases } from './model.ts';
import type { Sought } from './sought.ts';

export async function caseById(
  store: DocumentStore,
  tenant: string,
  id: string,
): Promise<CaseStudy | undefined> {
  return (await store.get(cases, tenant, id))?.body;
}

const mostCases = 200;

/** The case studies that are sought, by place: of a topic or a theme, or with all the words anywhere in them. */
export async function findCases(
  store: DocumentStore,
  tenant: string,
  sought: Sought,
  words: Words,
): Promise<readonly StoredDocument<CaseStudy>[]> {
  const { documents } = await store.query(cases, tenant, {
    orderBy: { field: 'place', direction: 'ascending' },
    limit: mostCases,
  });
  return documents.filter(({ body }) => isSought(body, sought, words));
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

const textOf = ({ place, region, lookedAt, figures, topics }: CaseStudy, words: Words): string =>
  [
    place,
    region,
    lookedAt,
    ...figures.map(({ text }) => text),
    ...topics.map((topic) => topicName(words, topic)),
  ].join(' ');
