import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { readConfig } from '../../src/config.ts';
import { bicepFiles, nameOf, nodesOf, propertyNames, propertyValue } from './bicep.ts';

const webApp = bicepFiles.get('modules/web-app.bicep');
if (!webApp) throw new Error('infra/modules/web-app.bicep is missing');

const text = webApp.text;
const ownSettings = nodesOf(webApp, 'variable_declaration')
  .find((each) => nameOf(each) === 'ownSettings')
  ?.namedChild(1);
if (!ownSettings) throw new Error('infra/modules/web-app.bicep has no ownSettings');

const sampleId = '11111111-2222-3333-4444-555555555555';

/** What a deployment would set, with a sample id wherever Azure fills in a value. */
const deployed = Object.fromEntries(
  propertyNames(ownSettings).map((name) => {
    const value = propertyValue(ownSettings, name);
    return [name, value?.type === 'string' ? value.text.slice(1, -1) : sampleId];
  }),
);

test('the service starts with the settings it is deployed with', () => {
  const config = readConfig({ ...deployed, COSMOS_ENDPOINT: 'https://sample.documents.azure.com:443/' });
  expect(config.development).toBe(false);
  expect(config.app).toEqual({ id: sampleId, password: '', type: 'UserAssignedMsi', tenantId: sampleId });
  expect(config.admins).toEqual([sampleId]);
});

test('every setting is one that the service or App Service knows', () => {
  const source = readFileSync(new URL('../../src/settings.ts', import.meta.url), 'utf8');
  const known = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gmu)].map(([, name]) => name);
  const platform = [
    'WEBSITE_RUN_FROM_PACKAGE',
    'SCM_DO_BUILD_DURING_DEPLOYMENT',
    'WEBSITES_CONTAINER_STOP_TIME_LIMIT',
  ];
  const names = propertyNames(ownSettings);
  expect(names.filter((name) => !known.includes(name) && !platform.includes(name))).toEqual([]);
});

test('the web app runs the Node version that the project pins', () => {
  const { devDependencies } = z
    .object({ devDependencies: z.object({ node: z.string() }) })
    .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));
  const [major] = devDependencies.node.split('.');
  expect(text).toContain(`linuxFxVersion: 'NODE|${major}-lts'`);
});

test('the web app takes encrypted requests only and no password', () => {
  for (const setting of [
    'httpsOnly: true',
    "minTlsVersion: '1.2'",
    "scmMinTlsVersion: '1.2'",
    "ftpsState: 'Disabled'",
  ])
    expect(text).toContain(setting);
  const policies = nodesOf(webApp, 'resource_declaration').filter((each) =>
    each.text.includes('basicPublishingCredentialsPolicies'),
  );
  expect(policies).toHaveLength(2);
  for (const policy of policies) expect(policy.text).toContain('allow: false');
});
