import type { Submission } from '../ideas/model.ts';
import type { By } from '../people/by.ts';
import type { Words } from '../words/words.ts';

export interface Score {
  readonly by: By;
  readonly impact: number;
  readonly effort: number;
  readonly further?: Record<string, number> | undefined;
}

/** The scores with this person's own; undefined when it stands among them already. */
export function withScore(scores: readonly Score[], own: Score): Score[] | undefined {
  const before = scores.find(({ by }) => by.personId === own.by.personId);
  if (before && JSON.stringify(shape(before)) === JSON.stringify(shape(own))) return undefined;
  return [...scores.filter(({ by }) => by.personId !== own.by.personId), own];
}

const shape = ({ impact, effort, further = {} }: Score) => [impact, effort, Object.entries(further).sort()];

/** The mean of each criterion with its spread and by how many, in a line; empty without scores. */
export function scoreLine(words: Words, { scores = [] }: Pick<Submission, 'scores'>): string {
  if (scores.length === 0) return '';
  const further = new Set(scores.flatMap((score) => Object.keys(score.further ?? {})));
  const criteria: readonly (readonly [string, readonly number[]])[] = [
    [words.say('triage.score.impact'), scores.map(({ impact }) => impact)],
    [words.say('triage.score.effort'), scores.map(({ effort }) => effort)],
    ...[...further].map((name) => [name, scores.flatMap((score) => score.further?.[name] ?? [])] as const),
  ];
  const parts = criteria.map(([name, given]) => {
    const mean = Math.round((given.reduce((sum, one) => sum + one, 0) / given.length) * 10) / 10;
    const [least, most] = [Math.min(...given), Math.max(...given)];
    return least === most
      ? words.say('triage.score.agreed', { name, mean })
      : words.say('triage.score.spread', { name, mean, least, most });
  });
  return words.say('triage.score.line', { criteria: parts.join(' · '), n: scores.length });
}
