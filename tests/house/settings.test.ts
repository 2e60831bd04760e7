import { expect, test } from '@jest/globals';
import { textIn } from '../teams/simulator/json.ts';
import { isThere, parseSource, readText } from './source-file.ts';

/** The names that src/settings.ts reads: the keys of its schema that are written as environment variables are. */
function settingNames(): readonly string[] {
  const keys = parseSource('src/settings.ts', readText('src/settings.ts'))
    .nodes.filter((node) => node.type === 'KeyValueProperty')
    .map((node) => textIn(Object(node.key), 'value'));
  return [...new Set(keys.filter((key) => /^[A-Z][A-Z0-9_]+$/u.test(key)))];
}

const readme = isThere('README.md') ? readText('README.md') : '';
const tabled = [...readme.matchAll(/^\|\s*`([A-Z][A-Z0-9_]+)`/gmu)].map(([, name]) => name);

(tabled.length > 0 ? test : test.skip)(
  'the settings table of the README names every setting and no other',
  () => {
    expect([...tabled].sort()).toEqual([...settingNames()].sort());
  },
);

test('the settings are found in src/settings.ts', () => {
  expect(settingNames()).toEqual(expect.arrayContaining(['PORT', 'INEWS_TENANTS']));
});
