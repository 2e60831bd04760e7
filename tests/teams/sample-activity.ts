import type { IncomingActivity } from '../../src/teams/activity.ts';

/** A message in a 1:1 chat, as the guard sees it. */
export const sampleActivity = (given: Partial<IncomingActivity> = {}): IncomingActivity => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  from: { id: '29:ann', name: 'Ann Sample', aadObjectId: 'ann' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:chat', conversationType: 'personal', tenantId: 'tenant' },
  channelData: { tenant: { id: 'tenant' } },
  ...given,
});
