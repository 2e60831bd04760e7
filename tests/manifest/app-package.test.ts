import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { buildPackage } from '../../tools/app-package/build-package.ts';
import { fillManifest } from '../../tools/app-package/fill-manifest.ts';
import { readPackageSettings } from '../../tools/app-package/settings.ts';
import { UnusablePackage } from '../../tools/app-package/unusable-package.ts';
import { manifestShape } from './read-manifest.ts';

const council = {
  MICROSOFT_APP_ID: '11111111-2222-3333-4444-555555555555',
  INEWS_DEVELOPER: 'Sample Council',
  INEWS_WEBSITE_URL: 'https://sample.example/inews?a="b"',
  INEWS_PRIVACY_URL: 'https://sample.example/privacy',
  INEWS_TERMS_URL: 'https://sample.example/terms',
};

const packed = async (environment: Record<string, string>) =>
  unzipSync((await buildPackage(environment)).zip);

async function packedManifest(environment: Record<string, string>) {
  const manifest = (await packed(environment))['manifest.json'] ?? new Uint8Array();
  return manifestShape.parse(JSON.parse(strFromU8(manifest)));
}

describe('the app package', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('holds the manifest and the two icons, flat', async () => {
    const files = await packed(council);
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    const icon = readFileSync(new URL('../../manifest/icons/color.png', import.meta.url));
    expect(Buffer.from(files['color.png'] ?? []).equals(icon)).toBe(true);
  });

  test('carries what the council set', async () => {
    const manifest = await packedManifest(council);
    expect(manifest.bots[0].botId).toBe(council.MICROSOFT_APP_ID);
    expect(manifest.developer).toEqual({
      name: 'Sample Council',
      websiteUrl: council.INEWS_WEBSITE_URL,
      privacyUrl: council.INEWS_PRIVACY_URL,
      termsOfUseUrl: council.INEWS_TERMS_URL,
    });
  });

  test('has the id of the bot unless it is given its own', async () => {
    expect((await packedManifest(council)).id).toBe(council.MICROSOFT_APP_ID);
    const own = '99999999-2222-3333-4444-555555555555';
    expect((await packedManifest({ ...council, INEWS_PACKAGE_ID: own })).id).toBe(own);
  });

  test('tells which settings are still placeholders', async () => {
    const { INEWS_TERMS_URL, ...rest } = council;
    expect((await buildPackage(council)).placeholders).toEqual([]);
    expect((await buildPackage({ ...rest, INEWS_DEVELOPER: ' ' })).placeholders).toEqual([
      'INEWS_DEVELOPER',
      'INEWS_TERMS_URL',
    ]);
  });

  test('is the same to the byte whenever it is made', async () => {
    jest.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z'), doNotFake: ['nextTick', 'setImmediate'] });
    const early = await buildPackage(council);
    jest.setSystemTime(new Date('2027-06-01T12:00:00Z'));
    const late = await buildPackage(council);
    expect(Buffer.from(late.zip).equals(Buffer.from(early.zip))).toBe(true);
  });
});

describe('settings that cannot make a package', () => {
  test('are all named at once', () => {
    const read = () =>
      readPackageSettings({
        MICROSOFT_APP_ID: 'not a guid',
        INEWS_DEVELOPER: 'A council with a name far too long',
        INEWS_TERMS_URL: 'http://sample.example',
      });
    expect(read).toThrow(UnusablePackage);
    for (const name of ['MICROSOFT_APP_ID: ', 'INEWS_DEVELOPER: ', 'INEWS_TERMS_URL: '])
      expect(read).toThrow(name);
  });

  test('leave no place of the manifest unfilled in silence', () => {
    const { settings } = readPackageSettings(council);
    expect(() => fillManifest('{"id":"\\u0024{{INEWS_NOWHERE}}"}', settings)).toThrow('{{INEWS_NOWHERE}}');
  });
});
