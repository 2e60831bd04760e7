import { expect, test } from '@jest/globals';
import { type BotDouble, startBotDouble } from './bot-double.ts';
import { startTeams } from './teams.ts';

const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } };
const preview = {
  contentType: 'application/vnd.microsoft.card.thumbnail',
  content: { title: 'Sample title', text: '' },
};

async function asked(answer: BotDouble['answer'], ask: 'search' | 'action' = 'search') {
  await using bot = await startBotDouble();
  await using teams = await startTeams();
  bot.answer = answer;
  const { extension } = teams.connect(bot.address).person('Sample Ann').chat;
  return ask === 'search' ? await extension.seeks('find', 'sample') : await extension.fromCompose('share');
}

const result = (attachments: readonly object[]) => ({
  status: 200,
  body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } },
});

test('a list of cards with previews is shown, an empty one too', async () => {
  expect(await asked(result([{ ...card, preview }]))).toMatchObject({
    kind: 'list',
    found: [{ title: 'Sample title' }],
  });
  expect(await asked(result([]))).toEqual({ kind: 'list', found: [] });
});

test('an entry without a preview, an unknown type and a status other than 200 are what Teams cannot show', async () => {
  const task = { status: 200, body: { task: { type: 'message', value: 'Sample words' } } };
  for (const wrong of [result([card]), task, { status: 500, body: {} }])
    expect((await asked(wrong)).kind).toBe('failed');
});

test('an action wants a dialog or words, not the list of a search', async () => {
  expect((await asked(result([{ ...card, preview }]), 'action')).kind).toBe('failed');
  const words = { status: 200, body: { task: { type: 'message', value: 'Sample words' } } };
  expect((await asked(words, 'action')).kind).toBe('message');
});
