import { expect, test } from '@jest/globals';
import { readText, sourceFiles } from './source-file.ts';

const source = sourceFiles('src').map(({ text }) => text);

const found = (pattern: RegExp) =>
  source.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name));

/** The warnings and errors whose names are written out, and those of work that goes on after an answer. */
const written = [
  ...found(/telemetry\??\.(?:warn|error)\(\s*'([\w.]+)'/gu),
  ...found(/(?:background|warming)\.run\('([\w.]+)'/gu).map((name) => `${name}.failed`),
  ...['dead', 'inDoubt', 'parked'].map((state) => `delivery.${state}`),
];

/** The first column of the table of log lines. */
const told = [...readText('docs/operating.md').matchAll(/^\| (`[^|]*)\|/gmu)].flatMap(([, column = '']) =>
  [...column.matchAll(/`([a-z][A-Za-z]*(?:\.[A-Za-z]+)+)`/gu)].map(([, name]) => name),
);

test('operators can look up every warning and error that the service logs, and no other', () => {
  expect([...new Set(told)].sort()).toEqual([...new Set(written)].sort());
});
