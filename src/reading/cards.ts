import type { CardView } from '../bot/answer.ts';
import { themeMeaning } from '../subjects/codes.ts';
import type { Words } from '../words/words.ts';
import { subjectsLine, topicList } from './article-words.ts';
import type { ArticlePage } from './articles.ts';
import type { CasePage } from './case-page.ts';
import type { ListPlace } from './list-place.ts';
import type { Article, CaseStudy } from './model.ts';
import type { Sought } from './sought.ts';

export function latestCard(words: Words, page: ArticlePage, sought: Sought, place: ListPlace): CardView {
  const [first] = page.articles;
  const count = page.articles.length;
  return {
    card: 'reading/latest',
    data: {
      found: first ? foundLine(words, 'reading.latest.found', sought) : '',
      empty: first ? '' : whyNoArticles(words, sought, place),
      articles: page.articles.map(({ id, body }) => ({
        ...place,
        id,
        title: body.title,
        teaser: body.teaser,
        meta: metaLine(words, body),
      })),
      find: place.find,
      older: page.older ?? '',
      newer: page.newer ?? '',
    },
    summary: words.say('reading.latest.summary', { count, title: first?.body.title ?? '' }),
  };
}

function whyNoArticles(words: Words, sought: Sought, { after }: ListPlace): string {
  if (after !== '') return words.say('reading.latest.noMore');
  return sought.kind === 'everything'
    ? words.say('reading.latest.none')
    : words.say('reading.latest.notFound', { text: sought.text });
}

export function articleCard(words: Words, id: string, article: Article, place: ListPlace): CardView {
  const told =
    article.kind === 'iNews' ? article.text : [article.teaser || words.say('reading.article.noTeaser')];
  return {
    card: 'reading/article',
    data: {
      ...place,
      id,
      title: article.title,
      meta: metaLine(words, article),
      paragraphs: told.map((text) => ({ text })),
      subjects: subjectsLine(words, article),
      link: article.link ?? '',
      noLink: article.kind === 'feed' && !article.link,
    },
    summary: article.title,
  };
}

export function casesCard(words: Words, page: CasePage, sought: Sought, place: ListPlace): CardView {
  const { total } = page;
  return {
    card: 'reading/cases',
    data: {
      found: total > 0 ? foundLine(words, 'reading.cases.found', sought) : '',
      empty: total > 0 ? '' : whyNoCases(words, sought),
      cases: page.cases.map(({ id, body }) => ({
        ...place,
        id,
        place: body.place,
        meta: words.say('reading.cases.place', { region: body.region, topics: topicList(words, body) }),
        lookedAt: body.lookedAt,
      })),
      find: place.find,
      next: page.next ?? '',
      previous: page.previous ?? '',
    },
    summary: words.say('reading.cases.summary', { count: total }),
  };
}

const whyNoCases = (words: Words, sought: Sought): string =>
  sought.kind === 'everything'
    ? words.say('reading.cases.none')
    : words.say('reading.cases.notFound', { text: sought.text });

export function caseCard(words: Words, id: string, study: CaseStudy, place: ListPlace): CardView {
  return {
    card: 'reading/case',
    data: {
      ...place,
      id,
      place: study.place,
      region: words.say('reading.case.region', { region: study.region }),
      lookedAt: study.lookedAt,
      doubt: study.doubt ?? '',
      figures: study.figures.map((figure) => ({
        text: figure.text,
        caveat: figure.caveat,
        source: words.say('reading.case.source', { source: figure.source }),
        doubt: figure.confidence === 'high' ? '' : words.say('reading.case.fairlySure'),
      })),
      hasFigures: study.figures.length > 0,
      sources: words.say('reading.case.sources', {
        count: study.sources.length,
        sources: study.sources.join('; '),
      }),
      subjects: subjectsLine(words, study),
    },
    summary: words.say('reading.case.summary', { place: study.place }),
  };
}

/** Says what is shown; of a theme also what it asks for, which its name alone does not tell. */
function foundLine(
  words: Words,
  key: 'reading.latest.found' | 'reading.cases.found',
  sought: Sought,
): string {
  if (sought.kind === 'everything') return '';
  const meaning =
    sought.kind === 'subject' && sought.subject.kind === 'theme'
      ? themeMeaning(words, sought.subject.code)
      : '';
  return words.say(key, { text: sought.text, meaning }).trim();
}

function metaLine(words: Words, { source, publishedAt, author }: Article): string {
  const values = { source: source.name, date: words.date(publishedAt) };
  return author
    ? words.say('reading.metaWithAuthor', { ...values, author })
    : words.say('reading.meta', values);
}
