import { expect, test } from '@jest/globals';
import { fitCard } from '../../src/teams/fit-card.ts';

const run = (text: string) => ({ type: 'TextRun', text });
const cardOf = (...texts: readonly string[]) => ({
  type: 'AdaptiveCard',
  body: [
    { type: 'RichTextBlock', inlines: texts.map(run) },
    { type: 'Input.Text', id: 'typed', value: 'kept '.repeat(40) },
  ],
});
const bytesOf = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

test('a card that is small enough stays as it is', () => {
  const card = cardOf('Sample text', 'Sample');
  expect(fitCard(card, bytesOf(card))).toEqual(card);
});

test('of one that is too large the longest texts are cut at a word, shorter ones and inputs stay whole', () => {
  const card = cardOf('Sample words '.repeat(100), 'Sample short text', '“Ünï” '.repeat(200));
  const fitted = fitCard(card, 1200);
  expect(bytesOf(fitted)).toBeLessThanOrEqual(1200);
  const text = JSON.stringify(fitted);
  expect(text).toContain('"Sample short text"');
  expect(text).toContain('kept '.repeat(40));
  expect(text).toMatch(/(?:Sample|words)…"/u);
  expect(text).toMatch(/Ünï”…"/u);
});

test('no character is cut in half', () => {
  for (let most = 500; most < 520; most++)
    expect(JSON.stringify(fitCard(cardOf('😀'.repeat(300)), most))).not.toMatch(/\\ud[89a-f]/u);
});
