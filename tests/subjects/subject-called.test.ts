import { expect, test } from '@jest/globals';
import { themes, topics } from '../../src/subjects/codes.ts';
import { subjectCalled, subjectName } from '../../src/subjects/subject-called.ts';
import { englishWords } from '../../src/words/words.ts';

const words = englishWords('Europe/London');

test('every topic and theme is known by its name and by its code', () => {
  for (const code of topics) {
    const subject = { kind: 'topic', code } as const;
    expect(subjectCalled(words, code)).toEqual(subject);
    expect(subjectCalled(words, subjectName(words, subject))).toEqual(subject);
  }
  for (const code of themes) {
    const subject = { kind: 'theme', code } as const;
    expect(subjectCalled(words, code)).toEqual(subject);
    expect(subjectCalled(words, subjectName(words, subject).toUpperCase())).toEqual(subject);
  }
});

test('a text that is more than a name is no subject', () => {
  expect(subjectCalled(words, 'early years in Kent')).toBeUndefined();
  expect(subjectCalled(words, '')).toBeUndefined();
});
