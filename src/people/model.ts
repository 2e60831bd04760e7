import { createHash } from 'node:crypto';
import { z } from 'zod';
import { eventfulShape } from '../outbox/event.ts';
import { defineCollection } from '../store/collection.ts';
import { bySchema } from './by.ts';

const unreachableSchema = z.object({ since: z.iso.datetime(), reason: z.string() });

export const personSchema = z.object({
  personId: z.string(),
  name: z.string(),
  teamsUserId: z.string(),
  serviceUrl: z.string(),
  /** Their 1:1 chat with the bot, once it is known. */
  conversationId: z.string().optional(),
  /** A date only: finer, it could tie a person to an anonymous form. */
  lastSeenOn: z.iso.date(),
  /** Teams refused to reach them, and no contact came since. */
  unreachable: unreachableSchema.optional(),
  /** Of the innovation team: the local date on which they are back. */
  awayUntil: z.iso.date().optional(),
  /** The service area they chose last, offered again. */
  service: z.string().optional(),
});

export type Person = z.infer<typeof personSchema>;

export const people = defineCollection({
  name: 'people',
  schemaVersion: 1,
  schema: personSchema,
  partition: 'tenant and object id',
  indexed: [],
  orders: [],
});

export const personPartition = (tenantId: string, personId: string): string => `${tenantId}:${personId}`;

export const placeSchema = z.object({
  kind: z.enum(['personal', 'groupChat', 'channel']),
  placeId: z.string(),
  serviceUrl: z.string(),
  /** Of a channel. */
  teamId: z.string().optional(),
  state: z.enum(['active', 'removed']),
  unreachable: unreachableSchema.optional(),
  /** How often the bot was added; each time is welcomed once. */
  installations: z.int().min(0),
  /** Of a place that gets the card for leaders: the last month that is done with, such as `2026-11`. */
  leadersMonth: z.string().optional(),
  /** Whether people are thanked here; absent: where there is a digest. */
  thanks: z.enum(['yes', 'no']).optional(),
  ...eventfulShape,
});

export type Place = z.infer<typeof placeSchema>;

export const places = defineCollection({
  name: 'places',
  schemaVersion: 1,
  schema: placeSchema,
  partition: 'tenant',
  indexed: ['teamId', 'leadersMonth', 'thanks', 'eventsPending'],
  orders: [],
});

/** Conversation ids hold characters that document ids may not. */
export const placeDocumentId = (placeId: string): string =>
  createHash('sha256').update(placeId).digest('base64url');

/**
 * A channel where ideas are decided: those of one service area, or all that have no channel of their own. The members
 * of its team decide there.
 */
export const triagePlaceSchema = z.object({
  /** Absent: of every service that has none of its own. */
  service: z.string().optional(),
  /** How often it was moved to another channel. */
  moves: z.int().min(0).default(0),
  placeId: z.string(),
  teamId: z.string(),
  serviceUrl: z.string(),
  setBy: z.string(),
  setAt: z.iso.datetime(),
  /** To whom its new ideas are given; who chose them, and when. */
  owners: z.array(bySchema).optional(),
  ownersBy: bySchema.optional(),
  ownersAt: z.iso.datetime().optional(),
  ...eventfulShape,
});

export type TriagePlace = z.infer<typeof triagePlaceSchema>;

export const triagePlaces = defineCollection({
  name: 'triagePlaces',
  schemaVersion: 1,
  schema: triagePlaceSchema,
  partition: 'tenant',
  indexed: ['eventsPending'],
  orders: [],
});

/** The document of a service area's channel, or of the one for all that have none of their own. */
export const triagePlaceId = (service?: string): string =>
  service === undefined ? 'every-service' : `service-${placeDocumentId(service)}`;
