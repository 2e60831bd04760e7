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

/** Undefined when the edition is gone. */
export async function readTold(
  store: DocumentStore,
  tenantId: string,
  editionId: string,
): Promise<Told | undefined> {
  const edition = (await store.get(editions, tenantId, editionId))?.body;
  return edition && (await toldIn(store, tenantId, edition));
}

/** Whether all that an edition told is gone. */
export const isAllGone = ({ articles, study, ideas, projects, spread }: Told): boolean =>
  articles.length + ideas.length + projects.length + spread.length === 0 && study === undefined;

export async function toldIn(store: DocumentStore, tenantId: string, edition: Edition): Promise<Told> {
  const { articleIds, caseId, correction, reworded = {} } = edition;
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
      .filter(({ body }) => body.hidden === undefined)
      .map((article) => withWords(article, reworded[article.id])),
    study: study && !isTakenBack(study.body) ? study : undefined,
    ideas: ideas.filter(isOpenToAll),
    projects: projects.filter(({ state }) => state === 'published' || state === 'ended'),
    spread: spread.map(({ known }) => known),
  };
}

const withWords = (
  { id, body }: Known<Article>,
  words: { readonly title: string; readonly teaser: string } | undefined,
): Known<Article> => ({ id, body: { ...body, ...words } });

async function submissionsOf(store: DocumentStore, tenantId: string, references: readonly string[]) {
  const found = await Promise.all(references.map((reference) => store.get(submissions, tenantId, reference)));
  return found.flatMap((submission) => submission?.body ?? []);
}

// Thousands of places get one edition within minutes: it is not read anew for each of them.
const keptForMs = 10_000;
const mostKept = 200;

/**
 * Reads what editions tell, and keeps it for ten seconds: of what is redrawn, for those that one event redraws.
 * `since`: what was read before that instant is not good enough, because a correction may have come in between that
 * knew nothing of who asks.
 */
export function toldReader(store: DocumentStore, now: () => number) {
  const kept = new Map<string, { readonly at: number; readonly told: ReturnType<typeof readTold> }>();
  return (
    tenantId: string,
    editionId: string,
    { event = '', since }: { readonly event?: string | undefined; readonly since: string },
  ): ReturnType<typeof readTold> => {
    const key = `${tenantId} ${editionId} ${event}`;
    const known = kept.get(key);
    if (known && known.at + keptForMs > now() && known.at >= Date.parse(since)) return known.told;
    if (kept.size >= mostKept) kept.clear();
    const told = readTold(store, tenantId, editionId);
    // One that failed is read again at once.
    told.catch(() => kept.delete(key));
    kept.set(key, { at: now(), told });
    return told;
  };
}
