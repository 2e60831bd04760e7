import { expect, test } from '@jest/globals';
import type { Person } from '../teams/simulator/person.ts';
import { until } from '../teams/simulator/until.ts';
import { isAsked, oneIdea, sharesFindable } from './similar-ideas.ts';
import { startedService } from './started-service.ts';

const anonymous = { 'How should we name you?': 'Not at all: my name is not stored' };
const teamOnly = { 'How should we name you?': 'By name, to the innovation team only' };

test('whose idea is the same supports the other, once, and can take it back and follow it', async () => {
  await using started = await startedService({ searches: true });
  const [ann, bob, cat] = ['Ann', 'Bob', 'Cat'].map((name) => started.teams.person(`${name} Sample`));
  if (!ann || !bob || !cat) throw new Error('Three people are needed');
  await sharesFindable(started, ann);
  const same = { ...oneIdea, Title: 'Sample idea: one address form, my words' };
  const receipt = await (await isAsked(bob, same)).press('Mine is the same', { nth: 0, twice: true });
  expect(receipt.text()).toContain('your support counts for that one');
  // Off the turn: it is there when the person looks, or a moment later.
  const other = await until('the support to count', async () => {
    const { card } = await receipt.card.press('Open that idea');
    return card.text().includes('1 person supports this') ? card : undefined;
  });
  expect(other.text()).toContain('You support this, and its author can see your name.');
  expect(other.buttons()).toContain('Follow');
  expect((await other.press('Take support back')).text()).toContain('No support yet');
  expect((await (await receipt.card.press('Open that idea')).card.press('Support')).text()).toContain(
    '1 person supports this',
  );
  await ann.says('my ideas');
  const mine = await ann.chat.messageSaying('My ideas');
  expect((await mine.card.press('Open', { nth: 0 })).text()).toContain('1 person supports it: Bob Sample');
});

test('for the team only it counts without a name; without a name, and for one of their own, it does not count', async () => {
  await using started = await startedService({ searches: true });
  const [ann, bob, cat] = ['Ann', 'Bob', 'Cat'].map((name) => started.teams.person(`${name} Sample`));
  if (!ann || !bob || !cat) throw new Error('Three people are needed');
  await sharesFindable(started, ann);
  const says = async (person: Person, title: string, naming: Readonly<Record<string, string>> = {}) => {
    const asked = await isAsked(person, { ...oneIdea, Title: `${oneIdea.Title}, ${title}`, ...naming });
    const titles = asked
      .text()
      .split('\n')
      .filter((line) => line.startsWith(oneIdea.Title));
    return asked.press('Mine is the same', { nth: titles.indexOf(oneIdea.Title) });
  };
  const code = await says(bob, 'one', anonymous);
  expect(code.text()).toContain('the same as');
  expect(code.text()).not.toContain('your support');
  expect(code.card.buttons()).not.toContain('Open that idea');
  await says(ann, 'two');
  await says(cat, 'three', teamOnly);
  await ann.says('my ideas');
  const mine = await ann.chat.messageSaying('My ideas');
  const story = await until('the support of Cat to count', async () => {
    const text = (await mine.card.press('Open', { nth: 1 })).text();
    return text.includes('supports it') ? text : undefined;
  });
  expect(story).toContain('1 person supports it: one without a name');
});
