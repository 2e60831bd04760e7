import { type Theme, themes } from '../subjects/codes.ts';
import { dayMs } from '../time/days.ts';
import type { Recent } from './model.ts';

/** A theme that was in none of so many editions is preferred. */
const editionsLookedAt = 4;

/** The themes that the latest editions did not have. */
export function themesNotSeen(recent: readonly Recent[]): Set<Theme> {
  const seen = new Set(recent.slice(-editionsLookedAt).flatMap((edition) => edition.themes));
  return new Set(themes.filter((theme) => !seen.has(theme)));
}

/** How long an article may wait for its turn: what was added before is told in a first edition alone. */
export const waitsMs = 35 * dayMs;
/** Editions are remembered a little longer than that, so that no article is told twice. */
const rememberedMs = waitsMs + dayMs;

/** What is kept of the editions a place has had, once there is one more. The same one again changes nothing. */
export function remembered(recent: readonly Recent[], latest: Recent): Recent[] {
  const all = [...recent.filter((edition) => keyOf(edition) !== keyOf(latest)), latest].sort((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  );
  const since = new Date(Date.parse(all.at(-1)?.at ?? latest.at) - rememberedMs).toISOString();
  const firstKept = Math.max(0, all.length - editionsLookedAt);
  return all.filter(({ at }, index) => index >= firstKept || at > since);
}

const keyOf = ({ at, articles }: Recent): string => `${at} ${articles.join(' ')}`;
