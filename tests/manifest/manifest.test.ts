import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { manifestFaults, schemaFolder } from '../../tools/app-package/manifest-schema.ts';
import { readManifest } from './read-manifest.ts';

const manifest = readManifest();

describe('the manifest of the Teams app', () => {
  test('fits the schema that Teams publishes for its version', () => {
    expect(manifestFaults(manifest)).toEqual([]);
  });

  test('is of the newest version that Teams publishes', () => {
    const versions = readdirSync(schemaFolder).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []);
    const newest = `1.${Math.max(...versions.map(Number))}`;
    expect(manifest.manifestVersion).toBe(newest);
    expect(manifest.$schema).toContain(`/v${newest}/`);
  });

  test('says that the bot works in every kind of channel, as Teams asks of a bot in teams', () => {
    expect(manifest.bots[0].scopes).toContain('team');
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });

  test('asks for no permission and embeds nothing from the web', () => {
    for (const member of ['authorization', 'webApplicationInfo', 'permissions', 'devicePermissions'])
      expect(manifest).not.toHaveProperty(member);
    expect(manifest.validDomains).toEqual([]);
  });

  test('has the accent colour on which the icon stands', () => {
    const icon = readFileSync(new URL('../../manifest/icons/color.svg', import.meta.url), 'utf8');
    const ground = /<rect width="192" height="192" fill="(#\w+)"\/>/.exec(icon)?.[1];
    expect(manifest.accentColor.toLowerCase()).toBe(ground);
  });
});

test('a manifest that breaks the schema is told where', () => {
  const broken = { ...manifest, accentColor: 'teal', extra: true };
  expect(manifestFaults(broken)).toEqual([
    expect.stringMatching(/^\/: .*additional/),
    expect.stringMatching(/^\/accentColor: .*pattern/),
  ]);
  expect(manifestFaults({ manifestVersion: 'new' })).toEqual([expect.stringContaining('manifestVersion')]);
});
