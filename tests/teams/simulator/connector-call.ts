import { z } from 'zod';
import type { JsonObject } from './json.ts';

const activitySchema = z.record(z.string(), z.unknown());

const openingSchema = z.object({
  members: z.array(z.object({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  activity: activitySchema.optional(),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).optional(),
      channel: z.object({ id: z.string() }).optional(),
    })
    .optional(),
});

/** One thing the bot asks of the connector. `conversation` is its id without `;messageid=`, which is `thread`. */
export type ConnectorCall =
  | { readonly kind: 'open'; readonly opening: z.infer<typeof openingSchema> }
  | {
      readonly kind: 'post';
      readonly conversation: string;
      readonly thread: string | undefined;
      /** Id of the message that it replies to. */
      readonly answers: string | undefined;
      readonly activity: JsonObject;
    }
  | {
      readonly kind: 'update';
      readonly conversation: string;
      readonly message: string;
      readonly activity: JsonObject;
    }
  | { readonly kind: 'delete'; readonly conversation: string; readonly message: string }
  | {
      readonly kind: 'members' | 'pagedMembers';
      readonly conversation: string;
      readonly query: URLSearchParams;
    }
  | { readonly kind: 'member'; readonly conversation: string; readonly member: string }
  | { readonly kind: 'team' | 'channels'; readonly team: string };

/** Reads what came over HTTP; undefined for what is no route of the connector. Throws for a body that is none. */
export function readCall(method: string, url: URL, body: string): ConnectorCall | undefined {
  const [root, version, noun, id = '', part, rest] = url.pathname.split('/').slice(1).map(decodeURIComponent);
  if (root !== 'teams' || version !== 'v3') return undefined;
  if (noun === 'teams' && method === 'GET') {
    if (part === undefined) return { kind: 'team', team: id };
    return part === 'conversations' ? { kind: 'channels', team: id } : undefined;
  }
  if (noun !== 'conversations') return undefined;
  if (!id)
    return method === 'POST' ? { kind: 'open', opening: openingSchema.parse(JSON.parse(body)) } : undefined;

  const [conversation = '', thread] = id.split(';messageid=');
  if (part === 'activities') {
    const activity = method === 'DELETE' ? {} : activitySchema.parse(JSON.parse(body));
    if (method === 'POST')
      return { kind: 'post', conversation, thread: thread ?? rest, answers: rest, activity };
    if (method === 'PUT' && rest) return { kind: 'update', conversation, message: rest, activity };
    if (method === 'DELETE' && rest) return { kind: 'delete', conversation, message: rest };
  }
  if (method !== 'GET') return undefined;
  if (part === 'members' && rest) return { kind: 'member', conversation, member: rest };
  if (part === 'members') return { kind: 'members', conversation, query: url.searchParams };
  if (part === 'pagedmembers') return { kind: 'pagedMembers', conversation, query: url.searchParams };
  return undefined;
}
