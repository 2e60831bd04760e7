import { describe, expect, test } from '@jest/globals';
import { type BotDouble, startBotDouble } from './bot-double.ts';
import type { Card } from './card.ts';
import { type JsonObject, objectIn } from './json.ts';
import type { Message } from './message.ts';
import { startTeams, type Teams } from './teams.ts';

const adaptiveCard = (parts: JsonObject): JsonObject => ({ type: 'AdaptiveCard', version: '1.5', ...parts });

const attachment = (content: JsonObject) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content,
});

/** Puts a card before a person in their 1:1 chat. */
const shown = async (bot: BotDouble, teams: Teams, parts: JsonObject): Promise<Card> =>
  (await posted(bot, teams, parts)).card;

async function posted(bot: BotDouble, teams: Teams, parts: JsonObject): Promise<Message> {
  const ann = teams.connect(bot.address).person('Sample Ann').hasAppSilently();
  const path = `v3/conversations/${encodeURIComponent(ann.chat.id)}/activities`;
  const activity = { type: 'message', attachments: [attachment(adaptiveCard(parts))] };
  await fetch(teams.connector.serviceUrl + path, { method: 'POST', body: JSON.stringify(activity) });
  return ann.chat.nextMessage();
}

const input = (type: string, label: string, more: JsonObject = {}) => ({
  type: `Input.${type}`,
  id: label.toLowerCase(),
  label,
  ...more,
});

const send = { type: 'Action.Execute', verb: 'submit', title: 'Send', data: { form: 'f1' } };

/** The data of the last press that the bot heard. */
const lastData = (bot: BotDouble): JsonObject =>
  objectIn(objectIn(objectIn(bot.heard.at(-1) ?? {}, 'value'), 'action'), 'data');

describe('a card is pressed as in Teams', () => {
  test('a button is found by its name wherever it stands', async () => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    const execute = (title: string) => ({ type: 'Action.Execute', verb: 'act', title });
    const card = await shown(bot, teams, {
      body: [
        { type: 'ActionSet', actions: [execute('In a set')] },
        {
          type: 'ColumnSet',
          columns: [{ type: 'Column', items: [{ type: 'ActionSet', actions: [execute('In a column')] }] }],
        },
        {
          type: 'Container',
          selectAction: { type: 'Action.Execute', verb: 'act', title: 'A whole container' },
          items: [{ type: 'TextBlock', text: 'Words' }],
        },
        {
          type: 'RichTextBlock',
          inlines: [{ type: 'TextRun', text: 'A run of text', selectAction: { type: 'Action.Execute' } }],
        },
      ],
      actions: [execute('Below')],
    });
    expect(card.buttons()).toEqual([
      'In a set',
      'In a column',
      'A whole container',
      'A run of text',
      'Below',
    ]);
    await expect(card.press('Missing')).rejects.toThrow('In a set | In a column');
  });

  test('Action.Execute carries its data and every input as text, empty ones left out', async () => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    bot.answer.body = {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Thank you',
    };
    const choices = ['Red', 'Green', 'Blue'].map((title) => ({ title, value: title[0] }));
    const card = await shown(bot, teams, {
      body: [
        input('Text', 'Title'),
        input('Text', 'Detail'),
        input('Number', 'Hours'),
        input('Toggle', 'Anonymous'),
        input('ChoiceSet', 'Colours', { choices, isMultiSelect: true }),
      ],
      actions: [send],
    });
    const outcome = await card.fill({ Title: 'A', Hours: 3, Colours: ['Red', 'Blue'] }).press('Send');
    expect(lastData(bot)).toEqual({ form: 'f1', title: 'A', hours: '3', anonymous: 'false', colours: 'R,B' });
    expect([outcome.kind, outcome.text()]).toEqual(['message', 'Thank you']);
  });

  test('associatedInputs none leaves the inputs and their checks out', async () => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    const card = await shown(bot, teams, {
      body: [input('Text', 'Title', { isRequired: true })],
      actions: [{ ...send, title: 'Cancel', associatedInputs: 'none' }],
    });
    await card.fill({ Title: 'A' }).press('Cancel');
    expect(lastData(bot)).toEqual({ form: 'f1' });
  });

  test('what is hidden cannot be seen, filled or pressed until it is shown', async () => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    const hidden = {
      type: 'Container',
      id: 'more',
      isVisible: false,
      items: [
        { type: 'TextBlock', text: 'Small print' },
        input('Text', 'Cost'),
        { type: 'ActionSet', actions: [send] },
      ],
    };
    const card = await shown(bot, teams, {
      body: [hidden],
      actions: [{ type: 'Action.ToggleVisibility', title: 'Add more', targetElements: ['more'] }],
    });
    expect([card.text(), card.fields(), card.buttons()]).toEqual(['', [], ['Add more']]);
    expect(() => card.fill({ Cost: '1' })).toThrow("No input 'Cost' can be seen");
    await card.press('Add more');
    expect([card.fields(), card.buttons()]).toEqual([['Cost'], ['Send', 'Add more']]);
    expect(card.text()).toContain('Small print');
  });

  test('a shown card sends its own inputs and those around it, not those of its neighbour', async () => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    const drawer = (title: string, label: string) => ({
      type: 'Action.ShowCard',
      title,
      card: adaptiveCard({ body: [input('Text', label)], actions: [{ ...send, title: `Send ${label}` }] }),
    });
    const card = await shown(bot, teams, {
      body: [input('Text', 'Title')],
      actions: [drawer('Accept', 'Benefit'), drawer('Decline', 'Reason')],
    });
    expect(card.buttons()).toEqual(['Accept', 'Decline']);
    await card.press('Accept');
    await card.press('Decline');
    await card.fill({ Title: 'T', Benefit: 'B', Reason: 'R' }).press('Send Reason');
    expect(lastData(bot)).toEqual({ form: 'f1', title: 'T', reason: 'R' });
  });

  test('the client checks inputs before it sends; a hostile client does not', async () => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    const card = await shown(bot, teams, {
      body: [
        input('Text', 'Title', { isRequired: true, errorMessage: 'Give it a title' }),
        input('Text', 'Short', { maxLength: 3 }),
        input('Text', 'Code', { regex: '^[A-Z]{3}$', errorMessage: 'Three capitals' }),
        input('ChoiceSet', 'Colour', { choices: [{ title: 'Red', value: 'r' }] }),
        input('Date', 'Start', { min: '2026-01-01' }),
      ],
      actions: [send],
    });
    card.fill({ Short: 'four', Code: 'abc', Start: '2025-12-31' });
    const outcome = await card.press('Send');
    expect(outcome.problems).toEqual({
      Title: 'Give it a title',
      Short: 'This is not valid',
      Code: 'Three capitals',
      Start: 'This is not valid',
    });
    expect(bot.heard).toEqual([]);
    expect(() => card.fill({ Colour: 'Green' })).toThrow("offers no 'Green', only 'Red'");

    await card.tamper((data) => ({ ...data, colour: 'forged' })).pressAnyway('Send');
    expect(lastData(bot)).toMatchObject({ short: 'four', code: 'abc', colour: 'forged' });
  });

  test('two buttons of one name must be told apart', async () => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    const card = await shown(bot, teams, { actions: [send, { ...send, data: { form: 'f2' } }] });
    await expect(card.press('Send')).rejects.toThrow('2 buttons');
    await card.press('Send', { nth: 1 });
    expect(lastData(bot)).toEqual({ form: 'f2' });
  });
});

describe('what the bot answers is shown as in Teams', () => {
  const opener = {
    type: 'Action.Submit',
    title: 'Share',
    data: { msteams: { type: 'task/fetch' }, dialog: 'idea.share' },
  };
  const dialogCard = adaptiveCard({
    body: [input('Text', 'Title')],
    actions: [
      { type: 'Action.Submit', title: 'Send', data: { form: 'f1' } },
      { ...send, title: 'Execute' },
    ],
  });
  const step = {
    task: { type: 'continue', value: { title: 'Share an idea', card: attachment(dialogCard) } },
  };

  test('task/fetch opens a dialog, whose submit shows the next card, words, or closes it', async () => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    const card = await shown(bot, teams, { actions: [opener] });
    bot.answer.body = step;
    const opened = await card.press('Share');
    expect([opened.kind, opened.text()]).toEqual(['dialog', 'Share an idea\nTitle: ']);
    expect(bot.heard.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'task/fetch',
      value: { data: opener.data },
    });

    const again = await opened.card.fill({ Title: 'A' }).press('Send');
    expect(again.kind).toBe('dialog');
    expect(bot.heard.at(-1)).toMatchObject({
      name: 'task/submit',
      value: { data: { form: 'f1', title: 'A' } },
    });

    bot.answer.body = { task: { type: 'message', value: 'Thank you' } };
    expect((await again.card.press('Send')).text()).toBe('Thank you');
    bot.answer.body = undefined;
    expect((await again.card.press('Send')).kind).toBe('closed');
  });

  test('Action.Execute does nothing inside a dialog', async () => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    const card = await shown(bot, teams, { actions: [opener] });
    bot.answer.body = step;
    const opened = await card.press('Share');
    expect((await opened.card.press('Execute')).kind).toBe('failed');
  });

  test('the card that Action.Execute is answered with takes the place of the pressed one', async () => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    const card = await shown(bot, teams, { actions: [send] });
    const value = adaptiveCard({ body: [{ type: 'TextBlock', text: 'Done' }], actions: [send] });
    bot.answer.body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
    const after = await card.press('Send');
    expect([after.kind, after.text()]).toEqual(['card', 'Done']);
    expect((await after.card.press('Send')).kind).toBe('card');
    expect(bot.heard.at(-1)).toMatchObject({ value: { trigger: 'manual' } });
  });

  test('a card may ask for its refresh, which nobody pressed', async () => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    const message = await posted(bot, teams, { refresh: { action: send, userIds: [] } });
    const value = adaptiveCard({ body: [{ type: 'TextBlock', text: 'Newer' }] });
    bot.answer.body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
    expect((await message.refresh()).text()).toBe('Newer');
    expect(bot.heard.at(-1)).toMatchObject({ name: 'adaptiveCard/action', value: { trigger: 'automatic' } });
    expect(message.text()).toBe('');
  });

  test.each([
    [
      'another status than 200',
      {
        status: 201,
        body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Fine' },
      },
    ],
    ['a body that is none', { status: 200, body: { anything: 1 } }],
    [
      'a card of a wrong type name',
      { status: 200, body: { statusCode: 200, type: 'application/json', value: {} } },
    ],
    [
      'an error',
      {
        status: 200,
        body: {
          statusCode: 500,
          type: 'application/vnd.microsoft.error',
          value: { code: 'x', message: 'y' },
        },
      },
    ],
  ])('%s is a failure to the person', async (_, answer) => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    const card = await shown(bot, teams, { actions: [send] });
    bot.answer = answer;
    const outcome = await card.press('Send');
    expect(outcome.kind).toBe('failed');
    expect(() => outcome.card).toThrow('Unable to reach app');
  });

  test('a plain Action.Submit, and an old client, send the data as a message', async () => {
    await using bot = await startBotDouble();
    await using teams = await startTeams();
    const plain = { type: 'Action.Submit', title: 'Plain', data: { a: 1 } };
    const card = await shown(bot, teams, {
      actions: [plain, { ...send, fallback: { ...plain, data: { b: 2 } } }],
    });
    expect((await card.press('Plain')).kind).toBe('sent');
    expect(bot.heard.at(-1)).toMatchObject({ type: 'message', value: { a: 1 } });
    await card.press('Send', { oldClient: true });
    expect(bot.heard.at(-1)).toMatchObject({ type: 'message', value: { b: 2 } });
  });
});
