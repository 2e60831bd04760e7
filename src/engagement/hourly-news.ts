import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import { commentsOn } from './comments.ts';
import type { Comment, Subject } from './model.ts';

// More than this many comments in one hour are not all counted in the message.
const mostInAnHour = 100;

/** The hour of an instant, as `2026-03-03T09`. */
export const hourOf = (instant: string): string => instant.slice(0, 13);

/** The comments of an hour by others than one person, the newest first; the removed ones too. */
export async function commentsOfHour(
  store: DocumentStore,
  subject: Subject,
  { hour, notBy }: { readonly hour: string; readonly notBy: string | undefined },
): Promise<readonly StoredDocument<Comment>[]> {
  const page = await commentsOn(store, subject, { limit: mostInAnHour });
  return page.documents.filter(({ body }) => hourOf(body.at) === hour && body.by.personId !== notBy);
}

interface Told {
  /** The id and the instant of the comment that was written or removed. */
  readonly id: string;
  readonly at: string;
  readonly isRemoved: boolean;
  /** All of the hour that its reader may be told of. */
  readonly others: readonly StoredDocument<Comment>[];
}

/** One message a person and hour under its key, which later comments of that hour and their removal redraw in place. */
export function hourlyNews(
  news: Omit<PlannedDelivery, 'key' | 'updates'>,
  key: string,
  { id, at, isRemoved, others }: Told,
): readonly PlannedDelivery[] {
  const isFirst = others.every((other) => other.id === id || other.body.at > at);
  return [
    ...(isRemoved ? [] : [{ ...news, key }]),
    ...(isRemoved || !isFirst ? [{ ...news, updates: key }] : []),
  ];
}
