import type { IncomingActivity } from './activity.ts';

// The hosts Teams sends from, by cloud: public, GCC, GCC High and DoD.
const teamsHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

const loopback = ['localhost', '127.0.0.1', '[::1]'];

export interface GuardSettings {
  readonly development: boolean;
  readonly tenants: readonly string[];
  /** Allowed beside Teams' own. */
  readonly serviceHosts: readonly string[];
}

/**
 * What the SDK does not check after the token: the channel, the tenant, and where answers would be sent, because the
 * bot's own token goes with them. Returns why the activity is refused, or undefined.
 */
export function refusalOf(activity: IncomingActivity, settings: GuardSettings): string | undefined {
  if (activity.channelId !== 'msteams') return 'another channel than msteams';
  if (!isTrustedService(activity.serviceUrl, settings)) return 'serviceUrl of an unknown host';
  const named = [activity.channelData?.tenant?.id, activity.conversation.tenantId].filter(
    (id) => id !== undefined,
  );
  if (named.length === 0) return 'no tenant named';
  if (named.some((id) => !settings.tenants.includes(id))) return 'a tenant that is not allowed';
  return undefined;
}

/** Asked before a serviceUrl is stored and again before it is used. */
export function isTrustedService(serviceUrl: string, settings: GuardSettings): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, username, password } = new URL(serviceUrl);
  if (username || password) return false;
  if (settings.development && loopback.includes(hostname)) return true;
  return protocol === 'https:' && [...teamsHosts, ...settings.serviceHosts].includes(hostname);
}

/** The tenant of an activity that the guard let through. */
export function tenantOf(activity: IncomingActivity): string {
  const tenantId = activity.channelData?.tenant?.id ?? activity.conversation.tenantId;
  if (!tenantId) throw new Error('The guard let an activity through that names no tenant');
  return tenantId;
}
