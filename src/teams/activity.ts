import { z } from 'zod';

/** Ids of Entra compare without case; one form of each keys the store. */
const entraId = z.string().toLowerCase();

const channelDataSchema = z.object({
  tenant: z.object({ id: entraId }).optional(),
  team: z.object({ id: z.string() }).optional(),
  channel: z.object({ id: z.string() }).optional(),
  eventType: z.string().optional(),
});

const accountSchema = z.object({
  id: z.string().min(1).max(512),
  name: z.string().max(512).optional(),
  aadObjectId: entraId.min(1).max(128).optional(),
});

const reactionsSchema = z
  .array(z.looseObject({ type: z.string().max(128) }))
  .max(50)
  .optional();

/** The parts of a Bot Framework activity that the service reads; everything else is left aside. */
export const incomingActivitySchema = z.object({
  type: z.string().min(1).max(64),
  id: z.string().max(512).optional(),
  name: z.string().max(128).optional(),
  action: z.string().max(64).optional(),
  channelId: z.string(),
  serviceUrl: z.string().min(1).max(512),
  from: accountSchema,
  recipient: accountSchema,
  conversation: z.object({
    id: z.string().min(1).max(1024),
    conversationType: z.enum(['personal', 'groupChat', 'channel']).optional(),
    tenantId: entraId.optional(),
  }),
  channelData: channelDataSchema.nullish(),
  membersAdded: z.array(accountSchema).optional(),
  membersRemoved: z.array(accountSchema).optional(),
  reactionsAdded: reactionsSchema,
  reactionsRemoved: reactionsSchema,
  text: z.string().max(100_000).optional(),
  value: z.unknown().optional(),
  replyToId: z.string().max(512).optional(),
  attachments: z
    .array(
      z.looseObject({
        contentType: z.string(),
        name: z.string().max(512).optional(),
        content: z.unknown().optional(),
      }),
    )
    .max(50)
    .optional(),
  entities: z
    .array(
      z.looseObject({
        type: z.string(),
        text: z.string().optional(),
        mentioned: z.object({ id: z.string() }).optional(),
      }),
    )
    .optional(),
});

export type IncomingActivity = z.infer<typeof incomingActivitySchema>;
