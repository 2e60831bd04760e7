import { type Answer, showCard } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import type { Turn } from '../bot/turn.ts';
import { cleanText } from '../bot/typed-text.ts';
import type { Feature } from '../feature.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import { showsTeamButtons } from '../people/team-buttons.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import type { Words } from '../words/words.ts';
import { articlePage, featuredArticle } from './articles.ts';
import { latestCard } from './cards.ts';
import { casesCard } from './case-cards.ts';
import { casePage } from './case-page.ts';
import { findCases } from './cases.ts';
import { commentedDelivery, commentNewsListeners } from './comment-news.ts';
import { curateFeature } from './curate/feature.ts';
import { feedThread } from './feeds/feed-thread.ts';
import type { FromWork } from './from-work.ts';
import { articleSchema, caseSchema } from './item.ts';
import { commentActions, commentDialog } from './item-comments.ts';
import { itemMarks, recountReading } from './item-marks.ts';
import { type ListPlace, listPlaceSchema } from './list-place.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { ownCasesFeature } from './own-cases/feature.ts';
import { addPage } from './pages/add-page.ts';
import { longestSearch, soughtBy } from './sought.ts';
import { sourcesFeature } from './sources/feature.ts';
import type { TriedElsewhere } from './tried-elsewhere.ts';
import { type ViewParts, viewItem } from './view-item.ts';
import { writeFeature } from './write/feature.ts';

export interface ReadingParts {
  readonly store: DocumentStore;
  readonly words: Words;
  readonly relay: Outbox['relay'];
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly tenants: readonly string[];
  readonly calendar: WorkingCalendar;
  readonly feeds: readonly string[];
  readonly pollMinutes: number;
  readonly development: boolean;
  readonly isInnovationTeam: (turn: Turn) => Promise<boolean>;
  readonly fromWork: FromWork;
  readonly triedElsewhere: TriedElsewhere;
}

/** Articles and case studies to read, and the job that brings new articles in. */
export function readingFeature(parts: ReadingParts): Feature {
  const { store, development } = parts;
  const fetched = { ...parts, fetching: { development }, parse: feedThread(), inTurn: oneAfterAnother() };
  const followed = sourcesFeature(fetched);
  const curated = curateFeature(store);
  const written = writeFeature(parts);
  const view = { ...parts, showsTeamButtons: (turn: Turn) => showsTeamButtons(parts, turn) };
  const ownCases = ownCasesFeature(view);
  return {
    commands: [
      { name: 'add', run: (turn, rest) => addPage(fetched, turn, cleanText(rest)) },
      ...(followed.commands ?? []),
      ...(curated.commands ?? []),
      ...(written.commands ?? []),
      ...(ownCases.commands ?? []),
      { name: 'latest', run: (turn, rest) => latest(store, turn, startOf(rest)) },
      { name: 'cases', run: (turn, rest) => listCases(view, turn, startOf(rest)) },
    ],
    dialogs: [
      ...(followed.dialogs ?? []),
      ...(curated.dialogs ?? []),
      ...(written.dialogs ?? []),
      ...(ownCases.dialogs ?? []),
      commentDialog(view),
    ],
    actions: [
      ...(followed.actions ?? []),
      ...(curated.actions ?? []),
      ...(written.actions ?? []),
      ...(ownCases.actions ?? []),
      ...itemMarks(view),
      ...commentActions(view),
      cardAction({
        name: 'reading.latest',
        about: listPlaceSchema,
        run: (turn, place) => latest(store, turn, place),
      }),
      cardAction({
        name: 'reading.article',
        about: articleSchema,
        run: (turn, { article: id, ...place }) => viewItem(view, turn, { kind: 'article', id }, place),
      }),
      cardAction({
        name: 'reading.cases',
        about: listPlaceSchema,
        run: (turn, place) => listCases(view, turn, place),
      }),
      cardAction({
        name: 'reading.case',
        about: caseSchema,
        run: (turn, { case: id, ...place }) => viewItem(view, turn, { kind: 'case', id }, place),
      }),
    ],
    listeners: [...(followed.listeners ?? []), ...(written.listeners ?? []), ...commentNewsListeners(parts)],
    deliveryCards: [
      ...(followed.deliveryCards ?? []),
      ...(written.deliveryCards ?? []),
      commentedDelivery(parts),
    ],
    jobs: [...(followed.jobs ?? []), recountReading(store, parts.clock, parts.tenants)],
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

async function listCases(
  { store, showsTeamButtons }: ViewParts,
  turn: Turn,
  place: ListPlace,
): Promise<Answer> {
  const { actor, words } = turn;
  const sought = soughtBy(words, place.find);
  const [found, forTeam] = await Promise.all([
    findCases(store, actor.tenantId, sought, words),
    showsTeamButtons(turn),
  ]);
  return showCard(casesCard(words, casePage(found, place.after), { sought, place, forTeam }));
}
