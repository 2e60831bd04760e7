import { describe, expect, test } from '@jest/globals';
import { UnreadablePress } from '../../src/bot/card-action.ts';
import { readPress } from '../../src/teams/press.ts';

const about = { idea: 'K7Q2MX' };
const form = '11111111-2222';

describe('a press is known by what the card sends', () => {
  test.each([
    ['a dialog', { dialog: 'idea.share', about }, { kind: 'open', dialog: 'idea.share', about }],
    [
      'a form with its inputs',
      { dialog: 'idea.share', about, form, title: 'Sample', yes: true, n: 4, msteams: { type: 'x' } },
      {
        kind: 'submit',
        dialog: 'idea.share',
        about,
        formId: form,
        typed: { title: 'Sample', yes: 'true', n: '4' },
      },
    ],
    [
      'a cancelled form',
      { dialog: 'idea.share', about, cancel: true, form, title: 'Sample' },
      { kind: 'cancel', dialog: 'idea.share', about },
    ],
    ['an action', { action: 'triage.take', about }, { kind: 'act', action: 'triage.take', about }],
    ['an action about nothing', { action: 'help.show' }, { kind: 'act', action: 'help.show', about: {} }],
  ])('%s', (_name, data, press) => expect(readPress(data)).toEqual(press));
});

describe('what no card of ours sends is refused', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'idea.share'],
    ['a list', []],
    ['no name', { about }],
    ['a dialog that does not exist', { dialog: 'idea.destroy' }],
    ['an action that does not exist', { action: 'idea.share' }],
    ['a name every object has', { action: 'toString' }],
    ['a name that is a list', { dialog: ['idea.share'] }],
    ['a dialog and an action', { dialog: 'idea.share', action: 'help.show' }],
    ['an id of a form that is too short', { dialog: 'idea.share', form: '1' }],
    ['an id of a form that is too long', { dialog: 'idea.share', form: 'x'.repeat(65) }],
    ['cancel that is no truth', { dialog: 'idea.share', cancel: 'true' }],
    ['an input that is an object', { dialog: 'idea.share', form, title: {} }],
    ['an input that is null', { dialog: 'idea.share', form, title: null }],
    ['an endless input', { dialog: 'idea.share', form, title: 'x'.repeat(20_001) }],
    ['an input of an endless name', { dialog: 'idea.share', form, ['x'.repeat(65)]: '' }],
  ])('%s', (_name, data) => expect(() => readPress(data)).toThrow(UnreadablePress));
});

test('the refusal says nothing of what was sent', () => {
  const secret = 'sample-secret';
  expect(() => readPress({ dialog: 'idea.share', form, title: { secret } })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining(secret) }),
  );
});
