import { describe, expect, test } from '@jest/globals';
import { isLoopback, isPublic } from '../../../src/reading/feeds/network-address.ts';

describe('isPublic', () => {
  test.each(['8.8.8.8', '151.101.0.81', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  test.each([
    ['private', '10.0.0.5'],
    ['private', '172.16.0.1'],
    ['private', '192.168.1.1'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.8.8.8'],
    ['this host', '0.0.0.0'],
    ['cloud metadata', '169.254.169.254'],
    ['Azure’s platform', '168.63.129.16'],
    ['shared by carriers', '100.64.0.1'],
    ['a cloud’s metadata in the shared range', '100.100.100.200'],
    ['protocol assignments', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['benchmarking', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['loopback', '::1'],
    ['unspecified', '::'],
    ['unique local', 'fd00:ec2::254'],
    ['link local', 'fe80::1'],
    ['link local with a zone', 'fe80::1%eth0'],
    ['site local', 'fec0::1'],
    ['mapped private', '::ffff:10.0.0.5'],
    ['mapped metadata in hexadecimal', '::ffff:a9fe:a9fe'],
    ['compatible loopback', '::127.0.0.1'],
    ['translated private (NAT64)', '64:ff9b::a00:5'],
    ['local NAT64', '64:ff9b:1::a00:5'],
    ['6to4 of a private address', '2002:a00:5::'],
    ['Teredo', '2001:0:a00:5::'],
    ['documentation', '2001:db8::1'],
    ['multicast', 'ff02::1'],
    ['no address', 'news.example'],
    ['nothing', ''],
  ])('%s is not: %s', (_, address) => {
    expect(isPublic(address)).toBe(false);
  });
});

test('loopback is this machine and nothing else', () => {
  for (const address of ['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])
    expect(isLoopback(address)).toBe(true);
  for (const address of ['10.0.0.1', '::', 'localhost']) expect(isLoopback(address)).toBe(false);
});
