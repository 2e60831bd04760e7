import { z } from 'zod';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import type { Turn } from '../bot/turn.ts';
import { cleanText } from '../bot/typed-text.ts';
import type { Feature } from '../feature.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { Words } from '../words/words.ts';
import { articleCommentActions, articleCommentDialog } from './article-comments.ts';
import { articleMarks, recountArticles } from './article-marks.ts';
import { articlePage, featuredArticle } from './articles.ts';
import { caseCard, casesCard, latestCard } from './cards.ts';
import { casePage } from './case-page.ts';
import { caseById, findCases } from './cases.ts';
import { curateFeature } from './curate/feature.ts';
import { feedThread } from './feeds/feed-thread.ts';
import { type ListPlace, listPlaceSchema } from './list-place.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { addPage } from './pages/add-page.ts';
import { longestSearch, soughtBy } from './sought.ts';
import { sourcesFeature } from './sources/feature.ts';
import { viewArticle } from './view-article.ts';
import { writeFeature } from './write/feature.ts';

export interface ReadingParts {
  readonly store: DocumentStore;
  readonly words: Words;
  readonly relay: Outbox['relay'];
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly tenants: readonly string[];
  readonly feeds: readonly string[];
  readonly pollMinutes: number;
  readonly development: boolean;
}

const idSchema = z.string().min(1).max(100);
const articleSchema = listPlaceSchema.extend({ article: idSchema });
const caseSchema = listPlaceSchema.extend({ case: idSchema });

/** Articles and case studies to read, and the job that brings new articles in. */
export function readingFeature(parts: ReadingParts): Feature {
  const { store, development } = parts;
  const fetched = { ...parts, fetching: { development }, parse: feedThread(), inTurn: oneAfterAnother() };
  const followed = sourcesFeature(fetched);
  const curated = curateFeature(store);
  const written = writeFeature(parts);
  return {
    commands: [
      { name: 'add', run: (turn, rest) => addPage(fetched, turn, cleanText(rest)) },
      ...(followed.commands ?? []),
      ...(curated.commands ?? []),
      ...(written.commands ?? []),
      { name: 'latest', run: (turn, rest) => latest(store, turn, startOf(rest)) },
      { name: 'cases', run: (turn, rest) => listCases(store, turn, startOf(rest)) },
    ],
    dialogs: [
      ...(followed.dialogs ?? []),
      ...(curated.dialogs ?? []),
      ...(written.dialogs ?? []),
      articleCommentDialog(store),
    ],
    actions: [
      ...(followed.actions ?? []),
      ...(curated.actions ?? []),
      ...(written.actions ?? []),
      ...articleMarks(store),
      ...articleCommentActions(store),
      cardAction({
        name: 'reading.latest',
        about: listPlaceSchema,
        run: (turn, place) => latest(store, turn, place),
      }),
      cardAction({
        name: 'reading.article',
        about: articleSchema,
        run: (turn, { article, ...place }) => viewArticle(store, turn, article, place),
      }),
      cardAction({
        name: 'reading.cases',
        about: listPlaceSchema,
        run: (turn, place) => listCases(store, turn, place),
      }),
      cardAction({
        name: 'reading.case',
        about: caseSchema,
        run: (turn, { case: id, ...place }) => openCase(store, turn, id, place),
      }),
    ],
    listeners: [...(followed.listeners ?? []), ...(written.listeners ?? [])],
    deliveryCards: [...(followed.deliveryCards ?? []), ...(written.deliveryCards ?? [])],
    jobs: [...(followed.jobs ?? []), recountArticles(store, parts.clock, parts.tenants)],
  };
}

const startOf = (rest: string): ListPlace => ({ after: '', find: cleanText(rest).slice(0, longestSearch) });

async function latest(store: DocumentStore, { actor, words, now }: Turn, place: ListPlace): Promise<Answer> {
  const sought = soughtBy(words, place.find);
  const page = await articlePage(store, actor.tenantId, sought, place.after);
  const isStart = sought.kind === 'everything' && place.after === '';
  const featured = isStart ? await featuredArticle(store, actor.tenantId, now) : undefined;
  return showCard(latestCard(words, page, { sought, place, featured }));
}

async function listCases(store: DocumentStore, { actor, words }: Turn, place: ListPlace): Promise<Answer> {
  const sought = soughtBy(words, place.find);
  const found = await findCases(store, actor.tenantId, sought, words);
  return showCard(casesCard(words, casePage(found, place.after), sought, place));
}

async function openCase(
  store: DocumentStore,
  { actor, words }: Turn,
  id: string,
  place: ListPlace,
): Promise<Answer> {
  const study = await caseById(store, actor.tenantId, id);
  return study ? showCard(caseCard(words, id, study, place)) : sayText(words.say('reading.case.gone'));
}
