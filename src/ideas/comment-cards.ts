import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Comment } from '../engagement/model.ts';
import type { Page, StoredDocument } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { commentsData } from './comments-data.ts';
import type { Submission } from './model.ts';

export const commentsCard = (
  words: Words,
  submission: Submission,
  page: Page<Comment>,
  shown: { paged: boolean; personId: string },
): CardView => ({
  card: 'ideas/comments',
  data: commentsData(words, submission, page, {
    paged: shown.paged,
    mayRemove: ({ by }) => by.personId === shown.personId,
  }),
  summary: words.say('ideas.comments.summary', { title: submission.title }),
});

export const commentFormCard = (
  words: Words,
  state: FormState<object>,
  submission: Submission | undefined,
): CardView => ({
  card: 'ideas/comment',
  data: { ...formData(state, ['comment']), title: submission?.title ?? '' },
  summary: words.say('ideas.comment.heading'),
});

const mostQuoted = 3;

/** What an author is told of the comments of one hour, as they stand now. */
export function commentedCard(
  words: Words,
  { reference, title }: Submission,
  comments: readonly StoredDocument<Comment>[],
): CardView {
  const standing = comments.flatMap(({ body }) => (body.kind === 'comment' ? [body] : []));
  const more = standing.length - mostQuoted;
  const heading =
    standing.length > 0
      ? words.say('ideas.commented.heading', { n: standing.length })
      : words.say('ideas.commented.gone');
  return {
    card: 'ideas/commented',
    data: {
      reference,
      heading,
      about: words.say('ideas.news.about', { title, reference }),
      items: standing.slice(0, mostQuoted).map(({ by, at, text }) => ({
        meta: words.say('ideas.comments.meta', { name: by.name, date: words.dateTime(at) }),
        text,
      })),
      more: more > 0 ? words.say('ideas.commented.more', { n: more }) : '',
    },
    summary: `${heading}: ${title}`,
  };
}
