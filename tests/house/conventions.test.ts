import { describe, expect, test } from '@jest/globals';
import { consoleFaults, conventionFaults } from './conventions.ts';
import { parseSource, sourceFiles } from './source-file.ts';

test.each(['src', 'tests', 'tools'])('%s silences no checker and leaves nothing undone', (folder) => {
  expect(sourceFiles(folder).flatMap(conventionFaults)).toEqual([]);
});

test('the service writes to no console', () => {
  expect(sourceFiles('src').flatMap(consoleFaults)).toEqual([]);
});

describe('the conventions find', () => {
  test.each([
    ['any', 'const a: any = 1;', 'has the type any'],
    ['a hidden cast', 'const a = 1 as unknown as string;', 'casts through unknown'],
    ['a cast in brackets', 'const a = (1 as unknown) as string;', 'casts through unknown'],
    ['an assertion', 'const a = list[0]!;', 'asserts that something is there by !'],
    ['an enum', 'enum Colour { Red }', 'is more than erasable syntax'],
  ])('%s', (_, text, fault) => {
    expect(conventionFaults(parseSource('src/a.ts', text))).toEqual([`src/a.ts:1 ${fault}`]);
  });

  test('a line that is written to the console', () => {
    expect(consoleFaults(parseSource('src/a.ts', '\nconsole.info(1);'))).toEqual([
      'src/a.ts:2 writes to the console: use the telemetry',
    ]);
  });
});
