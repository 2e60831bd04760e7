import { expect, test } from '@jest/globals';
import { messageActions, searches } from '../../src/bot/verbs.ts';
import { readManifest } from './read-manifest.ts';

const { bots, composeExtensions } = readManifest();
const [{ botId, commands }] = composeExtensions;

const idsOf = (type: 'action' | 'query') =>
  commands.filter((command) => command.type === type).map(({ id }) => id);

test('the message extension is of the same bot and offers what the table of verbs has, and nothing else', () => {
  expect(botId).toBe(bots[0].botId);
  expect(idsOf('action').sort()).toEqual(Object.keys(messageActions).sort());
  expect(idsOf('query').sort()).toEqual(Object.keys(searches).sort());
});

test('an action asks the bot for its form, and one can be used on a message', () => {
  const actions = commands.filter(({ type }) => type === 'action');
  for (const { fetchTask } of actions) expect(fetchTask).toBe(true);
  expect(actions.flatMap(({ context }) => context)).toContain('message');
});

test('a search has one box, shows something before anything is typed, and cannot be used on a message', () => {
  for (const { parameters, initialRun, context } of commands.filter(({ type }) => type === 'query')) {
    expect(parameters).toHaveLength(1);
    expect(initialRun).toBe(true);
    expect(context).not.toContain('message');
  }
});

test('titles fit the menu of a message', () => {
  for (const { title, description } of commands) {
    expect(title.length).toBeLessThanOrEqual(32);
    expect(description.length).toBeLessThanOrEqual(128);
  }
});
