import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { Agent, buildConnector } from 'undici';
import { isLoopback, isPublic } from './network-address.ts';
import { UnreadableFeed } from './unreadable-feed.ts';

/** All addresses a host name stands for. Throws when there is none. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

const lookupAll = promisify(lookup);

export const systemResolve: Resolve = (host) => lookupAll(host, { all: true });

/**
 * An HTTP agent that connects to public addresses only. The check is made on the very addresses the socket then
 * connects to, so that a name which answers differently the second time gains nothing. A name with one bad
 * address among good ones is refused. A refused connection fails with UnreadableFeed `notPublic`.
 * @param loopback allow this machine too; for development and tests.
 * @param milliseconds how long a connection may take.
 */
export function guardedAgent({
  resolve,
  loopback,
  milliseconds,
}: {
  resolve: Resolve;
  loopback: boolean;
  milliseconds: number;
}): Agent {
  const refusal = (host: string, address: string) =>
    isPublic(address) || (loopback && isLoopback(address))
      ? undefined
      : new UnreadableFeed('notPublic', `${host} leads to ${address}, which is not a public address`);

  const guardedLookup: LookupFunction = (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        const refused = addresses.map(({ address }) => refusal(host, address)).find((fault) => fault);
        if (refused || !first) callback(refused ?? new Error(`${host} has no address`), []);
        else if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, []),
    );
  };

  const connect = buildConnector({ lookup: guardedLookup, timeout: milliseconds });
  return new Agent({
    connect(options, callback) {
      // An address written as a number is connected to without a look-up.
      const literal = options.hostname.replace(/^\[|\]$/gu, '');
      const refused = isIP(literal) ? refusal(options.hostname, literal) : undefined;
      if (refused) callback(refused, null);
      else connect(options, callback);
    },
  });
}
