import type { Comment } from '../engagement/model.ts';
import type { Page } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import type { Submission } from './model.ts';

/** What a list of comments shows. `mayRemove` says which of them the reader may remove. */
export function commentsData(
  words: Words,
  { reference, title }: Submission,
  page: Page<Comment>,
  { paged, mayRemove }: { paged: boolean; mayRemove: (comment: Comment) => boolean },
) {
  return {
    reference,
    title,
    empty: page.documents.length === 0,
    items: page.documents.map(({ id, body }) => ({
      reference,
      comment: id,
      meta: words.say('ideas.comments.meta', { name: body.by.name, date: words.dateTime(body.at) }),
      text: body.kind === 'comment' ? body.text : '',
      note: body.kind === 'removedComment' ? removedBy(words, body) : '',
      mayRemove: body.kind === 'comment' && mayRemove(body),
    })),
    older: page.continuation ?? '',
    paged,
  };
}

function removedBy(words: Words, { by, removed }: Extract<Comment, { kind: 'removedComment' }>): string {
  return removed.by.personId === by.personId
    ? words.say('ideas.comments.removed.author')
    : words.say('ideas.comments.removed.team', { name: removed.by.name });
}
