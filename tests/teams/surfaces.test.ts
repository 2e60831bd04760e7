import { describe, expect, test } from '@jest/globals';
import { forSurface, type Surface } from '../../src/teams/surfaces.ts';

const data = { dialog: 'idea.share', about: {} };
const button = (verb: string) => ({ type: 'Action.Execute', verb, title: 'Sample', data });

const submits = (carried: object) => ({ type: 'Action.Submit', title: 'Sample', data: carried });
const executes = (verb: string, carried: object = data) => ({
  type: 'Action.Execute',
  verb,
  title: 'Sample',
  data: carried,
  fallback: submits(carried),
});

describe('each neutral button becomes the action that works where it stands', () => {
  test.each<[string, Surface, object]>([
    ['open', 'message', submits({ msteams: { type: 'task/fetch' }, ...data })],
    ['open', 'inlineMessage', executes('open')],
    ['open', 'dialog', submits(data)],
    ['submit', 'message', executes('submit')],
    ['submit', 'inlineMessage', executes('submit')],
    ['submit', 'dialog', submits(data)],
    ['act', 'message', executes('act')],
    ['act', 'inlineMessage', executes('act')],
    ['act', 'dialog', submits(data)],
    ['cancel', 'inlineMessage', executes('cancel', { ...data, cancel: true })],
  ])('%s on %s', (verb, surface, action) => {
    expect(forSurface({ actions: [button(verb)] }, surface)).toEqual({ actions: [action] });
  });
});

test.each<Surface>(['message', 'dialog'])('a form on %s has no button to cancel it', (surface) => {
  expect(forSurface({ actions: [button('cancel'), button('act')] }, surface)).toMatchObject({
    actions: [{ title: 'Sample' }],
  });
});

test('buttons are found however deep they stand, and all else stays as it is', () => {
  const nested = {
    type: 'AdaptiveCard',
    body: [
      { type: 'ActionSet', actions: [button('open')] },
      { type: 'TextBlock', text: 'Sample' },
    ],
    actions: [{ type: 'Action.OpenUrl', url: 'https://example.org', title: 'Sample' }],
  };
  expect(forSurface(nested, 'message')).toEqual({
    ...nested,
    body: [
      { type: 'ActionSet', actions: [submits({ msteams: { type: 'task/fetch' }, ...data })] },
      { type: 'TextBlock', text: 'Sample' },
    ],
  });
});

test('a button keeps what else it says', () => {
  const cancel = { ...button('cancel'), associatedInputs: 'none' };
  expect(forSurface([cancel], 'inlineMessage')).toMatchObject([{ associatedInputs: 'none' }]);
});
