import { expect, test } from '@jest/globals';
import { soughtBy } from '../../src/reading/sought.ts';
import { englishWords } from '../../src/words/words.ts';

const words = englishWords('Europe/London');

test.each(['', '   ', '!?', 'about the', 'news please'])('“%s” seeks everything', (text) => {
  expect(soughtBy(words, text)).toEqual({ kind: 'everything' });
});

test('the name of a topic seeks the topic, said back by its name', () => {
  expect(soughtBy(words, 'OLDER  person')).toMatchObject({ kind: 'words' });
  expect(soughtBy(words, 'OLDER  people')).toEqual({
    kind: 'subject',
    subject: { kind: 'topic', code: 'older-people' },
    text: 'Older people',
  });
});

test('so it does after words that mean nothing', () => {
  expect(soughtBy(words, 'about older people')).toEqual(soughtBy(words, 'older people'));
  expect(soughtBy(words, 'news on  the Older People')).toEqual(soughtBy(words, 'older people'));
});

test('anything else seeks its words, without those that mean nothing', () => {
  expect(soughtBy(words, 'articles about buses in Kent')).toEqual({
    kind: 'words',
    stems: ['bus', 'kent'],
    text: 'buses in Kent',
  });
});

test('a long text is cut', () => {
  const sought = soughtBy(words, 'sample words '.repeat(100));
  expect(sought.kind === 'words' && sought.text).toMatch(/^sample .{80,90} (?:sample|words)…$/u);
});
