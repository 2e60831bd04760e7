import { type Answer, sayText, showCard } from '../../bot/answer.ts';
import type { Turn } from '../../bot/turn.ts';
import { submissions } from '../../ideas/model.ts';
import { caseArea, caseName } from '../../reading/case-name.ts';
import { articles, cases } from '../../reading/model.ts';
import { UnknownContinuation } from '../../store/continuation.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { Words } from '../../words/words.ts';
import { mayBeCorrected } from '../correct/correct-dialog.ts';
import { type Edition, editions, type Known } from '../model.ts';
import { countPosted } from '../together/members.ts';
import { orderOfPutRight } from './edition-deliveries.ts';
import { lastGone } from './last-gone.ts';
import { outcomeOf } from './outcome.ts';
import { readBy } from './read-by.ts';
import { reportCard, reportsCard } from './report-cards.ts';
import { reasonsOf } from './why-troubled.ts';

export interface ReportParts {
  readonly store: DocumentStore;
  /** Messages a second that go out in all. */
  readonly perSecond: number;
  readonly countsLinks: boolean;
}

const pageSize = 8;

/** The editions, the newest first; from the start where the place is one of another list. */
export async function showReports(parts: ReportParts, turn: Turn, after: string): Promise<Answer> {
  const { store } = parts;
  const { words, actor } = turn;
  const { tenantId } = actor;
  try {
    const page = await store.query(editions, tenantId, {
      orderBy: { field: 'composedAt', direction: 'descending' },
      limit: pageSize,
      after: after === '' ? undefined : after,
    });
    const lines = await Promise.all(
      page.documents.map(async (edition) => {
        const [title, places] = await Promise.all([
          titleOf(store, words, tenantId, edition),
          countPosted(store, tenantId, edition.id),
        ]);
        return { id: edition.id, title, places, at: edition.body.composedAt };
      }),
    );
    return showCard(reportsCard(words, { lines, after, next: page.continuation ?? '' }));
  } catch (error) {
    if (!(error instanceof UnknownContinuation) || after === '') throw error;
    return showReports(parts, turn, '');
  }
}

/** What became of one edition. @param said what was just done about it; empty when nothing was. */
export async function showReport(parts: ReportParts, turn: Turn, id: string, said = ''): Promise<Answer> {
  const { store } = parts;
  const { words, actor, now } = turn;
  const edition = await store.get(editions, actor.tenantId, id);
  if (!edition) return sayText(words.say('digests.report.gone'));
  const outcome = await outcomeOf(store, actor.tenantId, edition);
  const putRight = edition.body.putRight?.at(-1);
  const [title, last, reasons, read, redrawn] = await Promise.all([
    titleOf(store, words, actor.tenantId, edition),
    lastGone(parts, edition, outcome, now),
    reasonsOf(store, edition, outcome),
    readBy(store, actor.tenantId, edition),
    putRight && outcomeOf(store, actor.tenantId, edition, orderOfPutRight(id, putRight.at)),
  ]);
  const { countsLinks } = parts;
  const mayCorrect = mayBeCorrected(edition.body, now);
  return showCard(
    reportCard(words, {
      edition,
      title,
      outcome,
      last,
      reasons,
      read,
      redrawn,
      said,
      countsLinks,
      mayCorrect,
    }),
  );
}

/** By what its readers know an edition: the first thing that it tells. */
export async function titleOf(
  store: DocumentStore,
  words: Words,
  tenantId: string,
  { body: { articleIds, caseId, ideas, projects, reworded } }: Known<Edition>,
): Promise<string> {
  const [article] = articleIds;
  const [submission] = [...ideas, ...projects];
  if (article !== undefined) {
    const found = await store.get(articles, tenantId, article);
    if (found) return reworded?.[article]?.title ?? found.body.title;
  }
  const study = caseId === undefined ? undefined : (await store.get(cases, tenantId, caseId))?.body;
  if (study) return words.say('digests.edition.where', { place: caseName(study), region: caseArea(study) });
  const moved = submission === undefined ? undefined : await store.get(submissions, tenantId, submission);
  return moved?.body.title ?? words.say('digests.report.untitled');
}
