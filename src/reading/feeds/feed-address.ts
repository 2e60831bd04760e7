import { isLoopback } from './network-address.ts';
import { UnreadableFeed } from './unreadable-feed.ts';

/**
 * The address of a feed, parsed, when it is one we fetch from: https without name and password; in development
 * also http on this machine and files; http elsewhere only for a source that was added so. Throws UnreadableFeed
 * `addressRefused`.
 */
export function feedAddress(
  text: string,
  { development, plainHttp }: { development: boolean; plainHttp: boolean },
): URL {
  const address = URL.parse(text);
  if (!address) throw refused('is not a web address');
  if (address.username || address.password) throw refused('carries a name or a password');
  const local =
    address.protocol === 'file:' || (address.protocol === 'http:' && isThisMachine(address.hostname));
  const allowed = address.protocol === 'https:' || (plainHttp && address.protocol === 'http:');
  if (!allowed && !(development && local)) throw refused('is not an https address');
  return address;
}

/** The host that log lines and readers know a feed by; of a file its name. */
export function hostOf(address: string): string {
  const url = URL.parse(address);
  return url?.hostname || url?.pathname.split('/').at(-1) || 'unknown';
}

const refused = (what: string) => new UnreadableFeed('addressRefused', `The address of the feed ${what}`);

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || isLoopback(host.replace(/^\[|\]$/gu, ''));
