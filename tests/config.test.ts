import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.ts';

const production = {
  MICROSOFT_APP_ID: 'app',
  MICROSOFT_APP_TENANT_ID: 'tenant',
  INEWS_ADMINS: 'admin',
};

/** The settings that are found fault with. */
function faultyIn(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [...error.message.matchAll(/^ {2}([A-Z_]+): /gmu)].map(([, name = '']) => name);
  }
}

test('production is the default and starts with credentials and an administrator', () => {
  const config = readConfig(production);
  expect(config).toMatchObject({
    development: false,
    tenants: ['tenant'],
    forms: 'dialog',
    mayDecideOwn: false,
    cosmos: undefined,
    acknowledgeWithin: 2,
    decideWithin: 10,
  });
  expect(config.app).toEqual({ id: 'app', password: '', type: 'UserAssignedMsi', tenantId: 'tenant' });
  expect(config.pace).toEqual({
    perTenantEachSecond: 30,
    perPlace: [
      { sends: 7, withinMs: 1_000 },
      { sends: 8, withinMs: 2_000 },
      { sends: 60, withinMs: 30_000 },
      { sends: 1_800, withinMs: 3_600_000 },
    ],
  });
});

test('development needs nothing', () => {
  expect(readConfig({ INEWS_ENV: 'development' })).toMatchObject({ development: true, admins: [] });
});

describe('what is missing or does not fit is named, all at once', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['nothing', {}, ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID', 'INEWS_ADMINS']],
    [
      'wrong values beside missing ones',
      { PORT: '70000', LOG_LEVEL: 'loud' },
      ['PORT', 'LOG_LEVEL', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID', 'INEWS_ADMINS'],
    ],
    ['a secret of blanks', { ...production, MICROSOFT_APP_ID: '  ' }, ['MICROSOFT_APP_ID']],
    [
      'a single-tenant bot without its secret',
      { ...production, MICROSOFT_APP_TYPE: 'SingleTenant' },
      ['MICROSOFT_APP_PASSWORD'],
    ],
    [
      'a managed identity with a secret',
      { ...production, MICROSOFT_APP_PASSWORD: 'sample' },
      ['MICROSOFT_APP_PASSWORD'],
    ],
    [
      'a multi-tenant bot that names no tenants',
      {
        MICROSOFT_APP_ID: 'app',
        INEWS_ADMINS: 'admin',
        MICROSOFT_APP_TYPE: 'MultiTenant',
        MICROSOFT_APP_PASSWORD: 'sample',
      },
      ['INEWS_TENANTS'],
    ],
    ['a time zone that is none', { ...production, INEWS_TIME_ZONE: 'Mars/Base' }, ['INEWS_TIME_ZONE']],
    ['a pace that is none', { ...production, INEWS_SENDS_PER_PLACE: '7/1, 0/2' }, ['INEWS_SENDS_PER_PLACE']],
    ['a pace Teams forbids', { ...production, INEWS_SENDS_PER_SECOND: '51' }, ['INEWS_SENDS_PER_SECOND']],
    ['an address that is none', { ...production, COSMOS_ENDPOINT: 'cosmos' }, ['COSMOS_ENDPOINT']],
    [
      'the key of a real account',
      { ...production, COSMOS_ENDPOINT: 'https://sample.documents.azure.com/', COSMOS_KEY: 'sample' },
      ['COSMOS_KEY'],
    ],
    ['a key without an account', { ...production, COSMOS_KEY: 'sample' }, ['COSMOS_KEY']],
    ['people by their addresses', { ...production, INEWS_ADMINS: 'sample@example.gov.uk' }, ['INEWS_ADMINS']],
    [
      'a host with its scheme',
      { ...production, INEWS_SERVICE_HOSTS: 'https://a.b/' },
      ['INEWS_SERVICE_HOSTS'],
    ],
    ['a feed that has no address', { ...production, INEWS_FEEDS: 'our news' }, ['INEWS_FEEDS']],
    ['no service area', { ...production, INEWS_SERVICES: ',' }, ['INEWS_SERVICES']],
    ['an owner of no control', { ...production, INEWS_CONTROL_OWNERS: 'it' }, ['INEWS_CONTROL_OWNERS']],
  ])('%s', (_name, environment, faulty) => {
    expect([...faultyIn(environment)].sort()).toEqual([...faulty].sort());
  });
});

test.each([
  ['INEWS_FORMS', 'cards', 'INEWS_FORMS: must be one of dialog, inline'],
  ['INEWS_DECIDE_DAYS', '1.5', 'INEWS_DECIDE_DAYS: must be a whole number from 1 to 250'],
  ['INEWS_DECIDE_DAYS', 'ten', 'INEWS_DECIDE_DAYS: must be a whole number from 1 to 250'],
])('%s: %s is answered by what it must be, once', (name, value, fault) => {
  expect(() => readConfig({ ...production, [name]: value })).toThrow(
    `These settings need a change before the service can start:\n  ${fault}`,
  );
});

test('a fault is told without the value that was set', () => {
  const secret = { ...production, MICROSOFT_APP_PASSWORD: 'secret-5521' };
  expect(() => readConfig(secret)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret-5521') }),
  );
});

test('lists are split at commas, without blanks and empty items', () => {
  const config = readConfig({ ...production, INEWS_TENANTS: ' one , two,, ', INEWS_SERVICES: 'Housing' });
  expect(config.tenants).toEqual(['one', 'two']);
  expect(config.services).toEqual(['Housing']);
});

test('the key of an emulator on this machine is taken', () => {
  const emulator = { COSMOS_ENDPOINT: 'http://127.0.0.1:8081/', COSMOS_KEY: 'sample', AZURE_CLIENT_ID: 'id' };
  expect(readConfig({ ...production, ...emulator }).cosmos).toEqual({
    endpoint: 'http://127.0.0.1:8081/',
    database: 'inews',
    key: 'sample',
    identityClientId: 'id',
  });
});

test('a replica is known by what Azure calls it, else by its host and port', () => {
  expect(readConfig({ ...production, WEBSITE_INSTANCE_ID: 'instance-1' }).replicaId).toBe('instance-1');
  expect(readConfig({ ...production, PORT: '4001' }).replicaId).toMatch(/:4001$/u);
});
