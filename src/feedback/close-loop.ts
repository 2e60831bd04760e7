import { withEvent } from '../outbox/event.ts';
import type { By } from '../people/by.ts';
import type { Feedback } from './model.ts';

export const replied = 'feedback.replied';
export const changed = 'feedback.changed';

export type CloseOutcome =
  | { readonly kind: 'done'; readonly next: Feedback }
  | { readonly kind: 'standing' }
  /** Another of the innovation team wrote first. */
  | { readonly kind: 'meanwhile'; readonly by: By; readonly text: string }
  | { readonly kind: 'nobody' };

/** The one reply to feedback that came with a name. */
export function reply(given: Feedback, id: string, by: By, text: string, now: Date): CloseOutcome {
  if (!given.by) return { kind: 'nobody' };
  if (given.reply) {
    const same = given.reply.by.personId === by.personId && given.reply.text === text;
    return same ? { kind: 'standing' } : { kind: 'meanwhile', by: given.reply.by, text: given.reply.text };
  }
  const at = now.toISOString();
  const state = given.state === 'changed' ? 'changed' : 'answered';
  const next = { ...given, state, reply: { by, text, at } } as const;
  return { kind: 'done', next: withEvent(next, { id: `feedback/${id}/reply`, type: replied, at, data: {} }) };
}

/** Says what was changed because of feedback: everybody reads it, and who gave it hears of it. */
export function markChanged(
  given: Feedback,
  id: string,
  by: By,
  { said, what }: { said: string; what: string },
  now: Date,
): CloseOutcome {
  if (given.changed) {
    const same = given.changed.said === said && given.changed.what === what;
    return same
      ? { kind: 'standing' }
      : { kind: 'meanwhile', by: given.changed.by, text: given.changed.what };
  }
  const at = now.toISOString();
  const next = { ...given, state: 'changed', changed: { by, said, what }, changedAt: at } as const;
  return {
    kind: 'done',
    next: withEvent(next, { id: `feedback/${id}/changed`, type: changed, at, data: {} }),
  };
}
