import { type Answer, sayText, showCard } from '../bot/answer.ts';
import type { Turn } from '../bot/turn.ts';
import { type Marks, marksOn } from '../engagement/marks.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { isShown } from './article.ts';
import { articleById } from './articles.ts';
import { articleCard } from './cards.ts';
import { caseCard } from './case-cards.ts';
import { caseName, isAdded } from './case-name.ts';
import { isTakenBack, storedCase } from './cases.ts';
import { type Item, itemSubject } from './item.ts';
import type { ListPlace } from './list-place.ts';
import type { Article, CaseStudy } from './model.ts';
import type { TriedElsewhere } from './tried-elsewhere.ts';

/** An article or a case study as it stands. */
export type ReadItem =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'case'; readonly study: CaseStudy };

export interface ViewParts {
  readonly store: DocumentStore;
  /** Whether the innovation team's own buttons are shown in a turn. */
  readonly showsTeamButtons: (turn: Turn) => Promise<boolean>;
  readonly triedElsewhere: TriedElsewhere;
}

/** Undefined when there is none; one that was hidden or taken back too. */
async function itemFrom(
  store: DocumentStore,
  tenant: string,
  { kind, id }: Item,
): Promise<ReadItem | undefined> {
  if (kind === 'article') {
    const article = await articleById(store, tenant, id);
    return article && { kind, article };
  }
  const study = await storedCase(store, tenant, id);
  return study && { kind, study };
}

const isForAll = (read: ReadItem): boolean =>
  read.kind === 'article' ? isShown(read.article) : !isTakenBack(read.study);

/** An article or case study that people may see; undefined when it is hidden, taken back or gone. */
export async function shownItem(
  store: DocumentStore,
  tenant: string,
  item: Item,
): Promise<ReadItem | undefined> {
  const read = await itemFrom(store, tenant, item);
  return read && isForAll(read) ? read : undefined;
}

export const titleOf = (read: ReadItem): string =>
  read.kind === 'article' ? read.article.title : caseName(read.study);

/** That it is not there any more. */
export const goneAnswer = (words: Words, kind: Item['kind']): Answer =>
  sayText(words.say(kind === 'article' ? 'reading.article.gone' : 'reading.case.gone'));

/**
 * The card of an article or a case study with its marks; the innovation team sees a case study that was taken back.
 * @param known the marks, where they have just been read.
 */
export async function viewItem(
  { store, showsTeamButtons, triedElsewhere }: ViewParts,
  turn: Turn,
  item: Item,
  place: ListPlace,
  known?: Marks,
): Promise<Answer> {
  const { actor, words, private: own } = turn;
  const read = await itemFrom(store, actor.tenantId, item);
  if (!read) return goneAnswer(words, item.kind);
  const isOurs = read.kind === 'case' && isAdded(read.study);
  const forTeam = isOurs && (await showsTeamButtons(turn));
  if (!isForAll(read) && !forTeam) return goneAnswer(words, item.kind);
  const [marks, tried] = await Promise.all([
    known ?? marksOn(store, itemSubject(actor.tenantId, item), actor.personId),
    read.kind === 'case' ? triedElsewhere(actor.tenantId, item.id) : [],
  ]);
  const view = { id: item.id, place: { after: place.after, find: place.find }, marks, own };
  return showCard(
    read.kind === 'article'
      ? articleCard(words, { ...view, article: read.article })
      : caseCard(words, { ...view, study: read.study, tried, forTeam }),
  );
}
