import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Comment } from '../engagement/model.ts';
import type { Page } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';

interface Comments {
  readonly id: string;
  readonly title: string;
  readonly page: Page<Comment>;
  /** Whose comments may be removed here; nobody's where others see the card. */
  readonly personId: string;
}

export const articleCommentsCard = (words: Words, { id, title, page, personId }: Comments): CardView => ({
  card: 'reading/comments',
  data: {
    id,
    title,
    empty: page.documents.length === 0,
    comments: page.documents.map(({ id: comment, body }) => ({
      id,
      comment,
      meta: words.say('reading.comments.meta', { name: body.by.name, date: words.dateTime(body.at) }),
      text: body.kind === 'comment' ? body.text : '',
      note:
        body.kind === 'removedComment'
          ? words.say('reading.comments.removed', { name: body.removed.by.name })
          : '',
      mayRemove: body.kind === 'comment' && body.by.personId === personId,
    })),
    older: page.continuation ?? '',
  },
  summary: words.say('reading.comments.summary', { title }),
});

export const articleCommentCard = (words: Words, state: FormState<object>, title: string): CardView => ({
  card: 'reading/comment',
  data: { ...formData(state, ['comment']), title },
  summary: words.say('reading.comment.heading'),
});
