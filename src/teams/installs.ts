import type { ContactBook } from '../bot/contact-book.ts';
import type { IncomingActivity } from './activity.ts';
import { actorOf, conversationOf } from './conversation.ts';
import { tenantOf } from './guard.ts';

type Change =
  | { readonly kind: 'added' }
  | { readonly kind: 'removed'; readonly reason: string; readonly wholeTeam: boolean };

/**
 * Tells the contact book when the bot comes to or leaves a conversation. Teams announces an installation in one or
 * two of several ways, and an upgrade as a removal that is none.
 */
export async function noteInstallation(activity: IncomingActivity, contacts: ContactBook): Promise<void> {
  const change = changeOf(activity);
  if (!change) return;
  const tenantId = tenantOf(activity);
  const conversation = conversationOf(activity);
  if (change.kind === 'added') return contacts.installed(tenantId, conversation, actorOf(activity));
  const gone =
    change.wholeTeam && conversation.kind === 'channel'
      ? { teamId: conversation.teamId }
      : { placeId: conversation.id };
  await contacts.removed(tenantId, gone, change.reason);
}

function changeOf(activity: IncomingActivity): Change | undefined {
  if (activity.type === 'installationUpdate') {
    if (activity.action === 'add' || activity.action === 'add-upgrade') return { kind: 'added' };
    if (activity.action === 'remove') return { kind: 'removed', reason: 'uninstalled', wholeTeam: true };
    return undefined;
  }
  switch (activity.channelData?.eventType) {
    case 'channelDeleted':
      return { kind: 'removed', reason: 'channel deleted', wholeTeam: false };
    case 'teamDeleted':
    case 'teamHardDeleted':
      return { kind: 'removed', reason: 'team deleted', wholeTeam: true };
    case 'channelRestored':
    case 'teamRestored':
      return { kind: 'added' };
  }
  const isBot = ({ id }: { id: string }) => id === activity.recipient.id;
  if (activity.membersAdded?.some(isBot)) return { kind: 'added' };
  if (activity.membersRemoved?.some(isBot))
    return { kind: 'removed', reason: 'bot removed', wholeTeam: true };
  return undefined;
}
