import { describe, expect, test } from '@jest/globals';
import { layerFaults, roomOf, rootFiles } from './layers.ts';
import { parseSource, sourceFiles } from './source-file.ts';

const files = sourceFiles('src');

test('every file imports only what its room may know', () => {
  expect(files.flatMap(layerFaults)).toEqual([]);
});

test('outside the rooms stand only the files that put them together', () => {
  const outside = files.map(({ path }) => path).filter((path) => roomOf(path) === '');
  expect(outside.filter((path) => !rootFiles.includes(path))).toEqual([]);
});

describe('the order of the rooms refuses', () => {
  test.each([
    ['src/ideas/model.ts', "import { queue } from '../triage/queue.ts';", 'triage stands above ideas'],
    ['src/ideas/model.ts', "import type { Queue } from '../triage/queue.ts';", 'triage stands above ideas'],
    ['src/ideas/model.ts', "export * from '../triage/queue.ts';", 'triage stands above ideas'],
    ['src/ideas/model.ts', "const { a } = await import('../triage/queue.ts');", 'triage stands above ideas'],
    ['src/ideas/model.ts', "type A = import('../triage/queue.ts').A;", 'triage stands above ideas'],
    ['src/triage/queue.ts', "import { ideaForm } from '../ideas/cards.ts';", 'are its own'],
    ['src/teams/edge.ts', "import { submit } from '../ideas/submit.ts';", 'never a feature such as ideas'],
    [
      'src/outbox/relay.ts',
      "import { post } from '../teams/sender.ts';",
      'nobody but the root files knows teams',
    ],
    ['src/ideas/model.ts', "import { z } from 'botbuilder';", 'only src/teams/* may'],
    ['src/store/sqlite.ts', "import { Container } from '@azure/cosmos';", 'only src/store/cosmos* may'],
    ['src/ideas/model.ts', "import { readConfig } from '../config.ts';", 'no root file but src/feature.ts'],
    ['src/attic/a.ts', "import { say } from '../words/words.ts';", 'attic has no place'],
  ])('in %s: %s', (path, text, rule) => {
    expect(layerFaults(parseSource(path, text))).toEqual([expect.stringContaining(rule)]);
  });

  test('and lets the lower rooms, the own room and other packages in', () => {
    const text = `
      import { z } from 'zod';
      import { steps } from './steps.ts';
      import type { Article } from '../reading/article.ts';
      import type { Feature } from '../feature.ts';
    `;
    expect(layerFaults(parseSource('src/ideas/bot.ts', text))).toEqual([]);
  });
});
