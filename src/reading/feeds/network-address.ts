import ipaddr from 'ipaddr.js';

// The one address of Azure's platform services that lies in a public range (it answers every machine in Azure).
const azurePlatform = '168.63.129.16';

// All that is routed publicly in IPv6 today; leaves out every way of writing an IPv4 address inside an IPv6 one.
const globalUnicast = ipaddr.IPv6.parse('2000::');

/**
 * Whether an IP address is somebody's public one: not private, loopback, link-local (where clouds keep their
 * metadata), shared, reserved, multicast or a translation of such an address. False for what is no address.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip.range() !== 'unicast' || ip.toString() === azurePlatform) return false;
  return ip instanceof ipaddr.IPv4 || ip.match(globalUnicast, 3);
}

export const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
