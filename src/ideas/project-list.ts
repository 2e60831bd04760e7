import { type Sought, soughtBy } from '../reading/sought.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { topicName } from '../subjects/codes.ts';
import { stemsOf } from '../subjects/stems.ts';
import type { Words } from '../words/words.ts';
import { type Submission, submissions } from './model.ts';
import { submissionOf } from './steps.ts';

const mostRead = 1000;
const pageSize = 5;

const isPublic = ({ state }: Submission): boolean => state === 'published' || state === 'ended';

/** A project that everybody may read of; undefined when there is none or it is not published. */
export async function publicProject(
  store: DocumentStore,
  tenantId: string,
  reference: string,
): Promise<Submission | undefined> {
  const submission = await submissionOf(store, tenantId, reference);
  return submission && isPublic(submission) ? submission : undefined;
}

/** What is looked for among projects: those of a service, or what is looked for elsewhere too. */
export type SoughtProjects = { readonly kind: 'service'; readonly text: string } | Sought;

/** Reads what followed the command: the name of a service, of a topic or a theme, or words. */
export function soughtProjects(words: Words, typed: string, services: readonly string[]): SoughtProjects {
  const called = stemsOf(typed).join(' ');
  const service = services.find((name) => stemsOf(name).join(' ') === called);
  return service ? { kind: 'service', text: service } : soughtBy(words, typed);
}

/**
 * The published projects that are sought, by service and within it the newest first; those of no service come last.
 * Looks at the newest 1,000.
 */
export async function findProjects(
  store: DocumentStore,
  tenantId: string,
  sought: SoughtProjects,
  words: Words,
): Promise<readonly Submission[]> {
  const { documents } = await store.query(submissions, tenantId, {
    where: { state: { in: ['published', 'ended'] } },
    orderBy: { field: 'createdAt', direction: 'descending' },
    limit: mostRead,
  });
  return documents
    .map(({ body }) => body)
    .filter((project) => isSought(project, sought, words))
    .sort(byService);
}

function byService(a: Submission, b: Submission): number {
  if (a.service === b.service) return 0;
  if (a.service === undefined) return 1;
  return b.service === undefined ? -1 : a.service.localeCompare(b.service);
}

function isSought(project: Submission, sought: SoughtProjects, words: Words): boolean {
  switch (sought.kind) {
    case 'everything':
      return true;
    case 'service':
      return project.service === sought.text;
    case 'subject':
      return sought.subject.kind === 'topic'
        ? project.topics.includes(sought.subject.code)
        : project.theme === sought.subject.code;
    case 'words': {
      const stems = new Set(stemsOf(textOf(project, words)));
      return sought.stems.every((stem) => stems.has(stem));
    }
  }
}

const textOf = ({ title, change, benefit = '', service = '', topics }: Submission, words: Words): string =>
  [title, change, benefit, service, ...topics.map((topic) => topicName(words, topic))].join(' ');

export interface ProjectPage {
  readonly projects: readonly Submission[];
  /** Of all that were found. */
  readonly total: number;
  /** Of those before the page. */
  readonly start: number;
  /** Places to go on to; absent at the ends. */
  readonly next?: string | undefined;
  readonly previous?: string | undefined;
}

/**
 * One page of the projects that were found.
 * @param place `next` or `previous` of another page; the first page when it is empty or not understood.
 */
export function projectPage(found: readonly Submission[], place: string): ProjectPage {
  const asked = /^\d{1,3}$/u.test(place) ? Number(place) : 0;
  const start = asked < found.length ? asked : 0;
  const end = start + pageSize;
  return {
    projects: found.slice(start, end),
    total: found.length,
    start,
    next: end < found.length ? String(end) : undefined,
    previous: start > 0 ? String(Math.max(0, start - pageSize)) : undefined,
  };
}
