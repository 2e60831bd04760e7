import type { Words } from '../../words/words.ts';
import type { Draft } from './model.ts';

/** How a draft stands, for those who look at it. @param unapproved what becomes of one that nobody approves in time. */
export function standingOf(
  words: Words,
  { state, dueAt, approvedBy, lapsed = 'next' }: Draft,
  unapproved: 'go' | 'wait',
  now: Date,
): string {
  const name = approvedBy?.name ?? '';
  switch (state) {
    case 'open':
      return dueAt <= now.toISOString() && unapproved === 'wait'
        ? words.say('digests.draft.standing.waits')
        : words.say(`digests.draft.standing.open.${unapproved}`);
    case 'approved':
      return words.say('digests.draft.standing.approved', { name });
    case 'sent':
      return name === ''
        ? words.say('digests.draft.standing.sentUnapproved')
        : words.say('digests.draft.standing.sent', { name });
    case 'lapsed':
      return words.say(`digests.draft.standing.lapsed.${lapsed}`);
  }
}

const colours = { open: 'Accent', approved: 'Accent', sent: 'Accent', lapsed: 'Default' } as const;

export const colourOf = ({ state, approvedBy }: Draft): string =>
  state === 'sent' && !approvedBy ? 'Attention' : colours[state];

/** Who did what to it last, for somebody who was slower. */
export function meanwhileOf(words: Words, { state, changedBy, approvedBy }: Draft): string {
  if (state === 'approved')
    return words.say('digests.draft.meanwhile.approved', { name: approvedBy?.name ?? '' });
  return words.say('digests.draft.meanwhile.changed', { name: changedBy?.name ?? '' });
}

/** The same for those who get it. */
export const previewStanding = (words: Words, { state }: Draft): string =>
  words.say(state === 'approved' ? 'digests.draft.preview.approved' : 'digests.draft.preview.open');
