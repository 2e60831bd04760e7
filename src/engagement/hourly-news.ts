import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { commentsOn } from './comments.ts';
import type { Comment, Subject } from './model.ts';
import { holdUntil } from './morning-news.ts';

// More than this many comments in one stretch are not all counted in the message.
const mostInAStretch = 100;

/** What news of comments stand on. */
export interface NewsParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
}

/**
 * The time whose comments are told together: the hour, as `2026-03-03T09`; outside working time all until the next
 * opening, which it is then called by.
 */
export function stretchOf({ calendar }: Pick<NewsParts, 'calendar'>, instant: string): string {
  const at = new Date(instant);
  return calendar.isWorkingTime(at)
    ? instant.slice(0, 13)
    : `until ${calendar.nextWorkingMoment(at).toISOString()}`;
}

/** The comments of a stretch by others than one person, the newest first; the removed ones too. */
export async function commentsOfStretch(
  parts: Pick<NewsParts, 'store' | 'calendar'>,
  subject: Subject,
  { stretch, notBy }: { readonly stretch: string; readonly notBy: string | undefined },
): Promise<readonly StoredDocument<Comment>[]> {
  const page = await commentsOn(parts.store, subject, { limit: mostInAStretch });
  return page.documents.filter(
    ({ body }) => body.by.personId !== notBy && stretchOf(parts, body.at) === stretch,
  );
}

/** Where all were removed before anybody heard of them there is nothing to tell. @param updates of its delivery. */
export const isWorthTelling = (
  comments: readonly StoredDocument<Comment>[],
  updates: string | undefined,
): boolean => updates !== undefined || comments.some(({ body }) => body.kind === 'comment');

interface Told {
  /** The id and the instant of the comment that was written or removed. */
  readonly id: string;
  readonly at: string;
  readonly isRemoved: boolean;
  /** All of the stretch that its reader may be told of. */
  readonly others: readonly StoredDocument<Comment>[];
}

/**
 * One message a person and stretch under its key, which later comments of that stretch and their removal redraw in
 * place. What came outside working time is told at the next opening.
 */
export async function newsOfComments(
  { store, clock, calendar }: NewsParts,
  news: Omit<PlannedDelivery, 'key' | 'updates'>,
  key: string,
  { id, at, isRemoved, others }: Told,
): Promise<readonly PlannedDelivery[]> {
  const dueAt = calendar.nextWorkingMoment(new Date(at)).toISOString();
  if (dueAt > clock.now().toISOString()) {
    if (!isRemoved) await holdUntil(store, news.receiver.tenantId, dueAt, { ...news, key });
    return [];
  }
  const isFirst = others.every((other) => other.id === id || other.body.at > at);
  return [
    ...(isRemoved ? [] : [{ ...news, key }]),
    ...(isRemoved || !isFirst ? [{ ...news, updates: key }] : []),
  ];
}
