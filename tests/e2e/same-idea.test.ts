import { expect, test } from '@jest/globals';
import { until } from '../teams/simulator/until.ts';
import { isAsked, oneIdea, sharesFindable } from './similar-ideas.ts';
import { startedService } from './started-service.ts';

const anonymous = { 'How should we name you?': 'Not at all: my name is not stored' };
const teamOnly = { 'How should we name you?': 'By name, to the innovation team only' };

test('whose idea is the same supports the other, once, and can take it back and follow it', async () => {
  await using started = await startedService({ ideasEverySeconds: 1 });
  const [ann, bob, cat] = ['Ann', 'Bob', 'Cat'].map((name) => started.teams.person(`${name} Sample`));
  if (!ann || !bob || !cat) throw new Error('Three people are needed');
  await sharesFindable(ann);
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
}, 60_000);

test('for the team only it counts without a name; without a name, and for one of their own, it does not count', async () => {
  await using started = await startedService({ ideasEverySeconds: 1 });
  const [ann, bob, cat] = ['Ann', 'Bob', 'Cat'].map((name) => started.teams.person(`${name} Sample`));
  if (!ann || !bob || !cat) throw new Error('Three people are needed');
  await sharesFindable(ann);
  const same = (title: string) => ({ ...oneIdea, Title: `${oneIdea.Title}, ${title}` });
  const code = await (await isAsked(bob, { ...same('one'), ...anonymous })).press('Mine is the same', {
    nth: 0,
  });
  expect(code.text()).toContain('the same as');
  expect(code.text()).not.toContain('your support');
  expect(code.card.buttons()).not.toContain('Open that idea');
  await (await isAsked(ann, same('two'))).press('Mine is the same', { nth: 0 });
  await (await isAsked(cat, { ...same('three'), ...teamOnly })).press('Mine is the same', { nth: 0 });
  await ann.says('my ideas');
  const mine = await ann.chat.messageSaying('My ideas');
  const story = await until('the support of Cat to count', async () => {
    const text = (await mine.card.press('Open', { nth: 1 })).text();
    return text.includes('supports it') ? text : undefined;
  });
  expect(story).toContain('1 person supports it: one without a name');
}, 60_000);
