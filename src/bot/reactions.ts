/** What people put under a message of the bot, or took away again. Who did it is not told. */
export interface Reacted {
  readonly tenantId: string;
  /** The channel or chat, without thread. */
  readonly placeId: string;
  readonly messageId: string;
  /** Reactions that came, less those that were taken away. */
  readonly change: number;
  /** The same when Teams tells of it twice. */
  readonly activityId: string;
}

/** Somebody who counts reactions. */
export interface ReactionCounter {
  reacted(reaction: Reacted): Promise<void>;
}
