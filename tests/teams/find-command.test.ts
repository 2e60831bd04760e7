import { expect, test } from '@jest/globals';
import { commands } from '../../src/bot/verbs.ts';
import { findCommand, phraseTable, saidText } from '../../src/teams/find-command.ts';
import { englishWords } from '../../src/words/words.ts';
import { sampleActivity } from './sample-activity.ts';

const phrases = phraseTable(englishWords('Europe/London'));

test.each([
  ['help', 'help', ''],
  ['Hi!', 'help', ''],
  ['HELLO there', 'help', 'there'],
  ['idea', 'idea', ''],
  ['ideas', 'ideas', ''],
  ['idealist', undefined, ''],
  ['my ideas', 'my ideas', ''],
  ['My idea', 'my ideas', ''],
  ['share an idea', 'idea', ''],
  ['idea: fewer forms', 'idea', 'fewer forms'],
  ['latest, early years', 'latest', 'early years'],
  ['latest Early Years', 'latest', 'Early Years'],
  ['newspaper', undefined, ''],
  ['digest weekly Tuesday 10:00', 'digest', 'weekly Tuesday 10:00'],
  ['digests', 'digest', ''],
  ['feedback', 'feedback', ''],
  ['read feedback', 'read feedback', ''],
  ['read', 'latest', ''],
  ['triage here', 'triage here', ''],
  ['triage', 'triage', ''],
  ['case studies croydon', 'cases', 'croydon'],
  ['total place', 'cases', ''],
  ['who are you?', 'about', ''],
  ['', undefined, ''],
])('"%s" calls %s with "%s"', (said, name, rest) => {
  const found = findCommand(said, phrases);
  expect(found).toEqual(
    name === undefined ? { kind: 'unknown', nearest: expect.any(Array) } : { kind: 'command', name, rest },
  );
});

test('every command is called by each of its phrases, in any case', () => {
  for (const { text, name } of phrases)
    expect(findCommand(text.toUpperCase(), phrases)).toEqual({ kind: 'command', name, rest: '' });
  expect(new Set(phrases.map(({ name }) => name)).size).toBe(Object.keys(commands).length);
});

test('a slip of the finger is met with the nearest commands, three at the most, each once', () => {
  expect(findCommand('latst', phrases)).toMatchObject({ nearest: expect.arrayContaining(['latest']) });
  for (const said of ['latst', 'hepl', 'idae', 'my idaes', 'digset', 'ha']) {
    const found = findCommand(said, phrases);
    if (found.kind !== 'unknown') throw new Error(`${said} calls ${found.name}`);
    expect(found.nearest.length).toBeLessThanOrEqual(3);
    expect(new Set(found.nearest).size).toBe(found.nearest.length);
  }
  expect(findCommand('something that looks like none of them', phrases)).toMatchObject({ nearest: [] });
});

test('the mention of the bot is left out of what was said, and of others it stays', () => {
  const mentions = [
    { type: 'mention', text: '<at>iNews</at>', mentioned: { id: '28:bot' } },
    { type: 'mention', text: '<at>Tess</at>', mentioned: { id: '29:tess' } },
  ];
  const text = '<at>iNews</at>&nbsp;digest\u00a0 weekly\n <at>Tess</at> <at>iNews</at>';
  expect(saidText(sampleActivity({ text, entities: mentions }))).toBe('digest weekly <at>Tess</at>');
});

test('a message without text says nothing', () => {
  expect(saidText(sampleActivity())).toBe('');
});
