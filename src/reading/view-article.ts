import { type Answer, sayText, showCard } from '../bot/answer.ts';
import type { Turn } from '../bot/turn.ts';
import { type Marks, marksOn } from '../engagement/marks.ts';
import type { Subject } from '../engagement/model.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { isShown } from './article.ts';
import { articleById } from './articles.ts';
import { articleCard } from './cards.ts';
import type { ListPlace } from './list-place.ts';
import type { Article } from './model.ts';

export const articleSubject = (tenantId: string, id: string): Subject => ({ tenantId, kind: 'article', id });

/** An article that people may see; undefined when it is hidden or gone. */
export async function shownArticle(
  store: DocumentStore,
  tenant: string,
  id: string,
): Promise<Article | undefined> {
  const article = await articleById(store, tenant, id);
  return article && isShown(article) ? article : undefined;
}

/** The card of an article with its marks. @param known the marks, where they have just been read. */
export async function viewArticle(
  store: DocumentStore,
  turn: Turn,
  id: string,
  place: ListPlace,
  known?: Marks,
): Promise<Answer> {
  const { actor, words } = turn;
  const article = await shownArticle(store, actor.tenantId, id);
  if (!article) return sayText(words.say('reading.article.gone'));
  const marks = known ?? (await marksOn(store, articleSubject(actor.tenantId, id), actor.personId));
  return showCard(articleCard(words, { id, article, place, marks, own: turn.private }));
}
