import { z } from 'zod';
import { type Answer, sayText, showCard } from '../../bot/answer.ts';
import type { Turn } from '../../bot/turn.ts';
import type { FeedState } from '../model.ts';
import { sourceCard } from './source-cards.ts';
import type { SourcesParts } from './source-parts.ts';

export const sourceSchema = z.strictObject({ source: z.string().regex(/^[\w-]{22}$/u) });

/** The card of a source, or words when it is not followed any more. */
export function showSource(
  { feeds, pollMinutes }: SourcesParts,
  { words, now }: Turn,
  id: string,
  source: FeedState | undefined,
): Answer {
  if (!source) return sayText(words.say('sources.one.gone'));
  const set = feeds.includes(source.address);
  return showCard(sourceCard(words, id, source, { now, pollMinutes, set }));
}
