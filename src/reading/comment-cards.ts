import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Comment } from '../engagement/model.ts';
import type { Page, StoredDocument } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { aboutOf, type Item } from './item.ts';

interface Comments {
  readonly item: Item;
  readonly title: string;
  readonly page: Page<Comment>;
  /** Who reads where nobody else sees the card: their own comments may be removed there. */
  readonly reader: { readonly personId: string; readonly following: boolean } | undefined;
}

export function commentsCard(words: Words, { item, title, page, reader }: Comments): CardView {
  const about = aboutOf(item);
  return {
    card: 'reading/comments',
    data: {
      about,
      article: item.kind === 'article' ? item.id : '',
      case: item.kind === 'case' ? item.id : '',
      title,
      empty: page.documents.length === 0,
      comments: page.documents.map(({ id: comment, body }) => ({
        aboutComment: { ...about, comment },
        meta: words.say('reading.comments.meta', { name: body.by.name, date: words.dateTime(body.at) }),
        text: body.kind === 'comment' ? body.text : '',
        note:
          body.kind === 'removedComment'
            ? words.say('reading.comments.removed', { name: body.removed.by.name })
            : '',
        mayRemove: body.kind === 'comment' && body.by.personId === reader?.personId,
      })),
      mayFollow: reader !== undefined && !reader.following,
      mayStop: reader?.following === true,
      aboutOlder: { ...about, after: page.continuation ?? '' },
      older: page.continuation ?? '',
    },
    summary: words.say('reading.comments.summary', { title }),
  };
}

export const commentFormCard = (words: Words, state: FormState<object>, title: string): CardView => ({
  card: 'reading/comment',
  data: { ...formData(state, ['comment']), title },
  summary: words.say('reading.comment.heading'),
});

const mostQuoted = 3;

/** What somebody who follows the comments is told of those of one hour, as they stand now. */
export function commentedCard(
  words: Words,
  { item, title, comments }: { item: Item; title: string; comments: readonly StoredDocument<Comment>[] },
): CardView {
  const standing = comments.flatMap(({ body }) => (body.kind === 'comment' ? [body] : []));
  const more = standing.length - mostQuoted;
  const heading =
    standing.length > 0
      ? words.say('reading.commented.heading', { n: standing.length })
      : words.say('reading.commented.gone');
  return {
    card: 'reading/commented',
    data: {
      about: aboutOf(item),
      heading,
      title: words.say('reading.commented.about', { title }),
      items: standing.slice(0, mostQuoted).map(({ by, at, text }) => ({
        meta: words.say('reading.comments.meta', { name: by.name, date: words.dateTime(at) }),
        text,
      })),
      more: more > 0 ? words.say('reading.commented.more', { n: more }) : '',
    },
    summary: `${heading}: ${title}`,
  };
}
