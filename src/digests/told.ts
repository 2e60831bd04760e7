import { type Submission, submissions } from '../ideas/model.ts';
import { isOpenToAll } from '../ideas/open-ideas.ts';
import { isTakenBack } from '../reading/cases.ts';
import { type Article, articles, type CaseStudy, cases } from '../reading/model.ts';
import type { KnownReplication } from '../spread/model.ts';
import { openReplications } from '../spread/open-replications.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { type Edition, editions, type Known } from './model.ts';

/** All that an edition tells, as it stands now: what is gone, or not for everybody any more, is left out. */
export interface Told {
  readonly edition: Edition;
  /** The lead article first. */
  readonly articles: readonly Known<Article>[];
  readonly study: Known<CaseStudy> | undefined;
  readonly ideas: readonly Submission[];
  readonly projects: readonly Submission[];
  readonly spread: readonly KnownReplication[];
}

/** Undefined when the edition, or all that it told, is gone. */
export async function readTold(
  store: DocumentStore,
  tenantId: string,
  editionId: string,
): Promise<Told | undefined> {
  const edition = (await store.get(editions, tenantId, editionId))?.body;
  const told = edition && (await toldIn(store, tenantId, edition));
  if (!told) return undefined;
  const { length } = [...told.articles, ...told.ideas, ...told.projects, ...told.spread];
  return length > 0 || told.study ? told : undefined;
}

export async function toldIn(store: DocumentStore, tenantId: string, edition: Edition): Promise<Told> {
  const { articleIds, caseId, correction } = edition;
  const shown = articleIds.filter((id) => !correction?.without.includes(id));
  const [found, study, ideas, projects, spread] = await Promise.all([
    Promise.all(shown.map((id) => store.get(articles, tenantId, id))),
    caseId === undefined || correction?.without.includes(caseId)
      ? undefined
      : store.get(cases, tenantId, caseId),
    submissionsOf(store, tenantId, edition.ideas),
    submissionsOf(store, tenantId, edition.projects),
    openReplications(store, tenantId, edition.spread),
  ]);
  return {
    edition,
    articles: found
      .filter((article) => article !== undefined)
      .filter(({ body }) => body.hidden === undefined),
    study: study && !isTakenBack(study.body) ? study : undefined,
    ideas: ideas.filter(isOpenToAll),
    projects: projects.filter(({ state }) => state === 'published' || state === 'ended'),
    spread: spread.map(({ known }) => known),
  };
}

async function submissionsOf(store: DocumentStore, tenantId: string, references: readonly string[]) {
  const found = await Promise.all(references.map((reference) => store.get(submissions, tenantId, reference)));
  return found.flatMap((submission) => submission?.body ?? []);
}

// Thousands of places get one edition within minutes: it is not read anew for each of them.
const keptForMs = 10_000;
const mostKept = 200;

/** Reads what editions tell, and keeps it for ten seconds: of what is redrawn, for those that one event redraws. */
export function toldReader(store: DocumentStore, now: () => number) {
  const kept = new Map<string, { readonly until: number; readonly told: ReturnType<typeof readTold> }>();
  return (tenantId: string, editionId: string, event = ''): ReturnType<typeof readTold> => {
    const key = `${tenantId} ${editionId} ${event}`;
    const known = kept.get(key);
    if (known && known.until > now()) return known.told;
    if (kept.size >= mostKept) kept.clear();
    const told = readTold(store, tenantId, editionId);
    // One that failed is read again at once.
    told.catch(() => kept.delete(key));
    kept.set(key, { until: now() + keptForMs, told });
    return told;
  };
}
