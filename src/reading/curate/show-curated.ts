import { type Answer, sayText, showCard } from '../../bot/answer.ts';
import type { Turn } from '../../bot/turn.ts';
import type { ListPlace } from '../list-place.ts';
import type { Article } from '../model.ts';
import { curatedCard } from './curate-cards.ts';

/** The innovation team's card of an article, or words when there is none any more. */
export const showCurated = (
  { words, now }: Turn,
  id: string,
  article: Article | undefined,
  { after, find }: ListPlace,
): Answer =>
  article
    ? showCard(curatedCard(words, id, article, { after, find }, now))
    : sayText(words.say('reading.article.gone'));
