import type { CardView } from '../bot/answer.ts';
import type { Marks } from '../engagement/marks.ts';
import type { StoredDocument } from '../store/document-store.ts';
import { themeMeaning } from '../subjects/codes.ts';
import type { Words } from '../words/words.ts';
import type { Alike } from './alike.ts';
import { metaLine, subjectsLine, topicList } from './article-words.ts';
import type { ArticlePage } from './articles.ts';
import type { CasePage } from './case-page.ts';
import type { ListPlace } from './list-place.ts';
import type { Article, CaseStudy } from './model.ts';
import type { Sought } from './sought.ts';
import { type Tried, triedLine } from './tried-elsewhere.ts';

type ArticleDocument = StoredDocument<Article>;

/** @param featured shown before the others, and not once more among them. */
export function latestCard(
  words: Words,
  page: ArticlePage,
  { sought, place, featured }: { sought: Sought; place: ListPlace; featured?: ArticleDocument | undefined },
): CardView {
  const item = ({ id, body }: ArticleDocument) => ({
    ...place,
    id,
    title: body.title,
    teaser: body.teaser,
    meta: metaLine(words, body),
  });
  const [first] = page.articles;
  const count = page.articles.length;
  return {
    card: 'reading/latest',
    data: {
      found: first ? foundLine(words, 'reading.latest.found', sought) : '',
      empty: first ? '' : whyNoArticles(words, sought, place),
      featured: featured ? [item(featured)] : [],
      articles: page.articles.filter(({ id }) => id !== featured?.id).map(item),
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

/** Everything that the card of one article shows. */
interface ArticleView {
  readonly id: string;
  readonly article: Article;
  readonly place: ListPlace;
  readonly marks: Marks;
  /** Nobody else sees the card, so it may say what its reader did. */
  readonly own: boolean;
}

export function articleCard(words: Words, { id, article, place, marks, own }: ArticleView): CardView {
  const told =
    article.kind === 'iNews' ? article.text : [article.teaser || words.say('reading.article.noTeaser')];
  const isOwn = own && marks.supporting;
  return {
    card: 'reading/article',
    data: {
      ...place,
      id,
      title: article.title,
      meta: metaLine(words, article),
      pictures: article.picture ? [article.picture] : [],
      paragraphs: told.map((text) => ({ text })),
      subjects: subjectsLine(words, article),
      link: article.link ?? '',
      noLink: article.kind === 'feed' && !article.link,
      useful: words.say(isOwn ? 'reading.usefulOwn' : 'reading.usefulCount', { count: marks.supports }),
      mayMark: !isOwn,
      mayTakeBack: isOwn,
    },
    summary: article.title,
  };
}

/** Others like an article. */
export function alikeCard(
  words: Words,
  { id, body }: StoredDocument<Article>,
  alike: Alike,
  place: ListPlace,
): CardView {
  return {
    card: 'reading/alike',
    data: {
      ...place,
      id,
      heading: words.say('reading.alike.heading', { title: body.title }),
      empty: alike.articles.length + alike.cases.length === 0,
      articles: alike.articles.map((one) => ({
        ...place,
        id: one.id,
        title: one.body.title,
        meta: metaLine(words, one.body),
        teaser: one.body.teaser,
      })),
      cases: alike.cases.map((one) => ({
        id: one.id,
        title: words.say('reading.alike.case', { place: one.body.place }),
        lookedAt: one.body.lookedAt,
      })),
    },
    summary: words.say('reading.alike.summary', { title: body.title }),
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

export function caseCard(
  words: Words,
  id: string,
  study: CaseStudy,
  { place, tried }: { place: ListPlace; tried: readonly Tried[] },
): CardView {
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
      tried: triedLine(words, tried),
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
