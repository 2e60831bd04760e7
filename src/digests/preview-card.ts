import type { CardView } from '../bot/answer.ts';
import { sourceTitle } from '../spread/spread-words.ts';
import type { Words } from '../words/words.ts';
import { articleMeta, caseTitle, movedLine, spreadLine } from './edition-card.ts';
import type { Reason } from './model.ts';
import type { Told } from './told.ts';

/** What the next edition would hold if it came now, and why each of it was chosen. */
export function previewCard(
  words: Words,
  { edition, articles, study, ideas, projects, spread }: Told,
): CardView {
  const why = (id: string) =>
    words.say('digests.preview.why', { reasons: reasonsIn(words, edition.why[id]) });
  const items = [
    ...articles.map(({ id, body }) => ({ title: body.title, meta: articleMeta(words, body), why: why(id) })),
    ...(study
      ? [
          {
            title: caseTitle(words, study.body),
            meta: words.say('digests.part.case'),
            why: why(study.id),
          },
        ]
      : []),
    ...[...ideas, ...projects].map((one) => ({
      title: one.title,
      meta: movedLine(words, one),
      why: why(one.reference),
    })),
    ...spread.map(({ id, body }) => ({
      title: sourceTitle(words, body.source),
      meta: spreadLine(words, body),
      why: why(id),
    })),
  ];
  return {
    card: 'digests/preview',
    summary: words.say('digests.preview.title'),
    data: { intro: words.say('digests.preview.what', { things: items.length }), items },
  };
}

const reasonsIn = (words: Words, given: readonly Reason[] = []): string =>
  given.map((reason) => words.say(`digests.reason.${reason}`)).join(', ');
