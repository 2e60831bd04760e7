import { z } from 'zod';
import type { Typed } from '../bot/dialog.ts';
import type { MessageAction, PointedMessage } from '../bot/message-action.ts';
import { cleanText } from '../bot/typed-text.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import { longest } from './terms.ts';

// As the clouds of Teams name themselves in a link to a message.
const teamsHosts = [
  'teams.microsoft.com',
  'teams.cloud.microsoft',
  'gov.teams.microsoft.us',
  'dod.teams.microsoft.us',
];

/** What a form carries of the message it was opened from. */
export const fromMessageSchema = z.strictObject({
  author: z.string().max(longest.messageAuthor),
  link: z
    .string()
    .max(longest.messageLink)
    .refine((link) => link === '' || isMessageLink(link)),
});

export type FromMessage = z.infer<typeof fromMessageSchema>;

/** Opens the form of an idea with the words of a message in it. The person who shares it is its author. */
export const shareAsIdea: MessageAction = {
  name: 'shareAsIdea',
  dialog: 'idea.share',
  async begin(_turn, message) {
    if (!message) return { about: {}, typed: {} };
    const author = cutAtWord(cleanText(message.author).replace(/\s+/gu, ' '), longest.messageAuthor);
    const kept: FromMessage = { author, link: linkTo(message) };
    return { about: { message: kept }, typed: await typedFrom(message) };
  },
};

async function typedFrom({ body, subject }: PointedMessage): Promise<Typed> {
  // What reads HTML is loaded when the first message is shared, not at the start.
  const { messageText } = await import('./message-text.ts');
  const text = cleanText(messageText(body).toWellFormed());
  const change = text.replace(/\n{3,}/gu, '\n\n');
  // A message seldom has a subject; its first sentence tells best what it is about.
  const opening = /^.+?(?:[.!?](?=\s)|\n|$)/u.exec(change)?.[0] ?? '';
  const title = cleanText(subject).replace(/\s+/gu, ' ') || opening.replace(/\s+/gu, ' ').trim();
  return { title: cutAtWord(title, longest.title), change: cutAtWord(change, longest.change) };
}

// What a link says of these is for show; where it leads is told by the rest.
const forShow = ['teamName', 'channelName', 'createdTime'];

function linkTo({ link }: PointedMessage): string {
  if (!isMessageLink(link)) return '';
  const url = new URL(link);
  for (const name of forShow) url.searchParams.delete(name);
  return url.href.length <= longest.messageLink ? url.href : '';
}

function isMessageLink(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname, port, username, pathname } = new URL(link);
  const isTeams = teamsHosts.includes(hostname) && port === '' && username === '';
  return protocol === 'https:' && isTeams && pathname.startsWith('/l/message/');
}
