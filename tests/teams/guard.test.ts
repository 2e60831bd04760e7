import { describe, expect, test } from '@jest/globals';
import { isTrustedService, refusalOf } from '../../src/teams/guard.ts';
import { sampleActivity } from './sample-activity.ts';

const settings = { development: false, tenants: ['tenant'], serviceHosts: ['teams.council.example'] };

describe('a serviceUrl is trusted', () => {
  test.each([
    'https://smba.trafficmanager.net/uk/',
    'https://smba.infra.gcc.teams.microsoft.com/gcc/',
    'https://smba.infra.gov.teams.microsoft.us/gcch/',
    'https://smba.infra.dod.teams.microsoft.us/dod/',
    'https://SMBA.trafficmanager.net/uk/',
    'https://teams.council.example/',
  ])('%s', (serviceUrl) => expect(isTrustedService(serviceUrl, settings)).toBe(true));
});

describe('a serviceUrl is not trusted', () => {
  test.each([
    'http://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net.example.org/',
    'https://evil-smba.trafficmanager.net/',
    'https://trafficmanager.net/',
    'https://somebody@smba.trafficmanager.net/',
    'https://:secret@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@example.org/',
    'http://127.0.0.1:3000/',
    'https://localhost/',
    'smba.trafficmanager.net',
    'javascript:alert(1)',
    '',
  ])('%s', (serviceUrl) => expect(isTrustedService(serviceUrl, settings)).toBe(false));
});

test('loopback is trusted in development alone, whichever way it is written', () => {
  for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
    expect(isTrustedService(`http://${host}:3000/`, { ...settings, development: true })).toBe(true);
    expect(isTrustedService(`http://${host}:3000/`, settings)).toBe(false);
  }
  expect(isTrustedService('http://10.0.0.5/', { ...settings, development: true })).toBe(false);
});

test('an activity of Teams from a tenant of ours is let through, whichever field names the tenant', () => {
  expect(refusalOf(sampleActivity(), settings)).toBeUndefined();
  const { conversation } = sampleActivity();
  expect(refusalOf(sampleActivity({ channelData: null }), settings)).toBeUndefined();
  const unnamed = { id: conversation.id };
  expect(refusalOf(sampleActivity({ conversation: unnamed }), settings)).toBeUndefined();
});

test.each([
  ['another channel', { channelId: 'webchat' }, 'another channel than msteams'],
  ['another host', { serviceUrl: 'https://example.org/' }, 'serviceUrl of an unknown host'],
  ['a foreign tenant', { channelData: { tenant: { id: 'foreign' } } }, 'a tenant that is not allowed'],
  [
    'a foreign tenant in one field of two',
    { conversation: { id: 'a:chat', tenantId: 'foreign' } },
    'a tenant that is not allowed',
  ],
  ['no tenant', { channelData: {}, conversation: { id: 'a:chat' } }, 'no tenant named'],
])('%s is refused', (_name, given, reason) => {
  expect(refusalOf(sampleActivity(given), settings)).toBe(reason);
});
