import type { Actor, Conversation } from '../bot/turn.ts';
import type { IncomingActivity } from './activity.ts';
import { tenantOf } from './guard.ts';

/** A conversation's id without the thread: what is subscribed in a thread must not post there for ever. */
export const placeIdOf = (conversationId: string): string => conversationId.replace(/;messageid=.*$/u, '');

/** Where an activity happened. */
export function conversationOf(activity: IncomingActivity): Conversation {
  const { conversation, channelData, serviceUrl } = activity;
  const id = placeIdOf(channelData?.channel?.id ?? conversation.id);
  const teamId = channelData?.team?.id;
  if (teamId && conversation.conversationType !== 'personal')
    return { kind: 'channel', id, teamId, serviceUrl };
  const isOwnChat = conversation.conversationType === 'personal' && !isBetweenPeople(id);
  return { kind: isOwnChat ? 'personal' : 'groupChat', id, serviceUrl };
}

// A chat of two people is called personal too when they use the message extension in it, or a card that came by it.
const isBetweenPeople = (id: string): boolean => /^19:.*@unq\.gbl\.spaces$/u.test(id);

/** Who did it, or undefined for system events that name nobody. */
export function actorOf(activity: IncomingActivity): Actor | undefined {
  const { id, name, aadObjectId } = activity.from;
  if (!aadObjectId) return undefined;
  return { tenantId: tenantOf(activity), personId: aadObjectId, name: name ?? '', teamsUserId: id };
}
