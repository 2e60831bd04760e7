import { sourceTitle } from '../spread/spread-words.ts';
import type { Words } from '../words/words.ts';
import { articleMeta, caseTitle, movedLine, spreadLine } from './edition-card.ts';
import type { Reason } from './model.ts';
import type { Told } from './told.ts';

/** One thing that an edition tells, and why it was chosen. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly meta: string;
  readonly why: string;
  /** Whether another may take its place. */
  readonly swappable: boolean;
}

/** All that an edition tells, in its order. */
export function itemsOf(
  words: Words,
  { edition, articles, study, ideas, projects, spread }: Told,
): readonly Item[] {
  const item = (id: string, title: string, meta: string, swappable: boolean): Item => ({
    id,
    title,
    meta,
    why: words.say('digests.preview.why', { reasons: reasonsIn(words, edition.why[id]) }),
    swappable,
  });
  return [
    ...articles.map(({ id, body }) => item(id, body.title, articleMeta(words, body), true)),
    ...(study ? [item(study.id, caseTitle(words, study.body), words.say('digests.part.case'), true)] : []),
    ...[...ideas, ...projects].map((one) => item(one.reference, one.title, movedLine(words, one), false)),
    ...spread.map(({ id, body }) =>
      item(id, sourceTitle(words, body.source), spreadLine(words, body), false),
    ),
  ];
}

const reasonsIn = (words: Words, given: readonly Reason[] = []): string =>
  given.map((reason) => words.say(`digests.reason.${reason}`)).join(', ');
