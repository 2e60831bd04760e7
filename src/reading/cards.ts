import type { CardView } from '../bot/answer.ts';
import type { Marks } from '../engagement/marks.ts';
import type { StoredDocument } from '../store/document-store.ts';
import { themeMeaning } from '../subjects/codes.ts';
import type { Words } from '../words/words.ts';
import type { Alike } from './alike.ts';
import { metaLine, subjectsLine } from './article-words.ts';
import type { ArticlePage } from './articles.ts';
import { caseName } from './case-name.ts';
import { cutAtWord } from './cut-at-word.ts';
import type { Item } from './item.ts';
import type { ListPlace } from './list-place.ts';
import type { Article } from './model.ts';
import type { Sought } from './sought.ts';
import { type ReadItem, titleOf } from './view-item.ts';

type ArticleDocument = StoredDocument<Article>;

/** Of what a case study looked at, in a list. */
export const longestExcerpt = 300;

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

/** Others like an article or a case study. */
export function alikeCard(
  words: Words,
  { item, read }: { item: Item; read: ReadItem },
  alike: Alike,
  { after, find }: ListPlace,
): CardView {
  const title = titleOf(read);
  return {
    card: 'reading/alike',
    data: {
      after,
      find,
      article: item.kind === 'article' ? item.id : '',
      case: item.kind === 'case' ? item.id : '',
      heading: words.say('reading.alike.heading', { title }),
      empty: alike.articles.length + alike.cases.length === 0,
      articles: alike.articles.map((one) => ({
        after,
        find,
        id: one.id,
        title: one.body.title,
        meta: metaLine(words, one.body),
        teaser: one.body.teaser,
      })),
      cases: alike.cases.map((one) => ({
        id: one.id,
        title: words.say('reading.alike.case', { place: caseName(one.body) }),
        lookedAt: cutAtWord(one.body.lookedAt, longestExcerpt),
      })),
    },
    summary: words.say('reading.alike.summary', { title }),
  };
}

/** Says what is shown; of a theme also what it asks for, which its name alone does not tell. */
export function foundLine(
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
