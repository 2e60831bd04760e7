import { z } from 'zod';

/** Something that happened to a document, kept inside that document until every listener was heard. Ids only. */
export const eventSchema = z.object({
  /** Unique for ever, such as `submissions/K7Q2MX/3`; deliveries are keyed by it. */
  id: z.string(),
  type: z.string(),
  at: z.iso.datetime(),
  data: z.record(z.string(), z.string()),
});

export type PendingEvent = z.infer<typeof eventSchema>;

/** Spread into the schema of every document whose changes cause events. */
export const eventfulShape = {
  /** In the order they happened. */
  events: z.array(eventSchema),
  /** Kept beside the list because the sweep looks documents up by it. */
  eventsPending: z.boolean(),
};

export interface Eventful {
  readonly events: readonly PendingEvent[];
  readonly eventsPending: boolean;
}

/** The document with one more event to relay: a change and the event it causes are one write. */
export const withEvent = <B extends Eventful>(body: B, event: PendingEvent): B => ({
  ...body,
  events: [...body.events, event],
  eventsPending: true,
});

export const noEvents = { events: [], eventsPending: false };
