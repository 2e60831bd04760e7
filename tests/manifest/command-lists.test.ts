import { describe, expect, test } from '@jest/globals';
import { type CommandName, type CommandRow, commands, type Where } from '../../src/bot/verbs.ts';
import { findCommand, phraseTable } from '../../src/teams/find-command.ts';
import { englishWords } from '../../src/words/words.ts';
import { readManifest, scopes } from './read-manifest.ts';

const words = englishWords('Europe/London');
const phrases = phraseTable(words);
const lists = readManifest().bots[0].commandLists;
const commandNames = Object.keys(commands) as CommandName[];

const answersIn: Record<(typeof scopes)[number], readonly Where[]> = {
  personal: ['anywhere', 'personal'],
  groupChat: ['anywhere', 'shared'],
  team: ['anywhere', 'shared', 'channel'],
};

const listed = (scope: string) => lists.find((list) => list.scopes[0] === scope)?.commands ?? [];

test('every scope of the bot has one list of commands', () => {
  expect(lists.map((list) => list.scopes[0]).sort()).toEqual([...scopes].sort());
});

describe.each(scopes)('the commands that Teams offers in the scope %s', (scope) => {
  test('are those that anyone may use there, but for those that the menu leaves out', () => {
    const expected = commandNames.filter((name) => {
      const { may, where, menu }: CommandRow = commands[name];
      const isListed = menu === undefined || (menu === 'shared' && scope !== 'personal');
      return may === 'anyone' && answersIn[scope].includes(where) && isListed;
    });
    const found = listed(scope).map(({ title }) => findCommand(title, phrases));
    expect(found.map((each) => each.kind === 'command' && each.name).sort()).toEqual(expected.sort());
  });

  test('are called and described as in the help', () => {
    for (const { title, description } of listed(scope)) {
      const found = findCommand(title, phrases);
      if (found.kind !== 'command') throw new Error(`The bot does not know "${title}"`);
      expect(found.rest).toBe('');
      expect(title).toBe(words.say(`command.${found.name}.phrases`).split('|')[0]?.trim());
      expect(description).toBe(words.say(`command.${found.name}.line`));
    }
  });

  test('fit the menu: twelve at most (manifest schema 1.24 and newer), titles of up to 32 and descriptions of up to 128 characters', () => {
    expect(listed(scope).length).toBeLessThanOrEqual(12);
    for (const { title, description } of listed(scope)) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
    }
  });

  test('begin with help', () => {
    expect(listed(scope)[0]?.title).toBe('help');
  });
});
