import type { CardView } from '../bot/answer.ts';
import type { Article, CaseStudy } from '../reading/model.ts';
import type { Schedule } from '../time/schedule.ts';
import type { Words } from '../words/words.ts';
import type { Edition, Known } from './model.ts';
import { sayWhen } from './schedule-words.ts';

/** All that is told in an edition, as it stands at the moment of sending. */
export interface Told {
  readonly edition: Pick<Edition, 'because' | 'composedAt'>;
  readonly schedule: Schedule;
  /** The lead article first. */
  readonly articles: readonly [Known<Article>, ...Known<Article>[]];
  readonly study: Known<CaseStudy> | undefined;
}

// Seven articles of the greatest length and this much for each link leave the card under 28 KB.
const longestLink = 1_000;

/** One digest: articles with title, teaser, source, date and a way to read each, and one case study. */
export function editionCard(words: Words, { edition, schedule, articles, study }: Told): CardView {
  const date = words.date(edition.composedAt);
  const why =
    edition.because === 'due'
      ? words.say('digests.edition.due', { date, schedule: sayWhen(words, schedule) })
      : words.say('digests.edition.asked', { date });
  const [lead, ...others] = articles;
  return {
    card: 'digests/edition',
    summary: words.say('digests.edition.summary', { title: lead.body.title, others: others.length }),
    data: {
      why,
      articles: articles.map((article) => ({ ...articleData(words, article), leads: article === lead })),
      cases: study ? [caseData(words, study)] : [],
    },
  };
}

function articleData(words: Words, { id, body }: Known<Article>) {
  const { title, teaser, source, publishedAt, link = '' } = body;
  return {
    id,
    title,
    teaser,
    meta: words.say('digests.edition.meta', { source: source.name, date: words.date(publishedAt) }),
    link: link.length <= longestLink ? link : '',
  };
}

function caseData(words: Words, { id, body }: Known<CaseStudy>) {
  const { place, region, lookedAt, figures, sources, doubt = '' } = body;
  const [figure] = figures;
  const source = words.say('digests.edition.source', { source: figure?.source ?? sources[0] ?? '' });
  return {
    id,
    title: words.say('digests.edition.where', { place, region }),
    lookedAt,
    figure: figure?.text ?? '',
    caveat: figure?.caveat ?? '',
    source: figure?.confidence === 'medium' ? `${source} ${words.say('digests.edition.fairlySure')}` : source,
    doubt,
  };
}
