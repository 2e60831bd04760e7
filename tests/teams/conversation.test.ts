import { expect, test } from '@jest/globals';
import { conversationOf } from '../../src/teams/conversation.ts';
import { sampleActivity } from './sample-activity.ts';

const kindOf = (id: string) =>
  conversationOf(sampleActivity({ conversation: { id, conversationType: 'personal' } })).kind;

test('a chat of two people, from which the message extension is used, is not the chat with the bot', () => {
  expect(kindOf('a:chat')).toBe('personal');
  expect(kindOf('19:ann_bob@unq.gbl.spaces')).toBe('groupChat');
});
