import { compile } from 'html-to-text';
import { z } from 'zod';
import type { Typed } from '../bot/dialog.ts';
import type { MessageAction, PointedMessage } from '../bot/message-action.ts';
import { cleanText } from '../bot/typed-text.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import { longest } from './model.ts';

// As the clouds of Teams name themselves in a link to a message.
const teamsHosts = [
  'teams.microsoft.com',
  'teams.cloud.microsoft',
  'gov.teams.microsoft.us',
  'dod.teams.microsoft.us',
];

// More than a form takes; the rest is not worth reading.
const mostHtml = 50_000;

const toText = compile({
  wordwrap: false,
  limits: { maxDepth: 50, maxChildNodes: 2_000, maxInputLength: mostHtml, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'ul', options: { itemPrefix: ' - ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

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
  begin(_turn, message) {
    if (!message) return { about: {}, typed: {} };
    const author = cutAtWord(cleanText(message.author).replace(/\s+/gu, ' '), longest.messageAuthor);
    const kept: FromMessage = { author, link: linkTo(message) };
    return { about: { message: kept }, typed: typedFrom(message) };
  },
};

function typedFrom({ body, subject }: PointedMessage): Typed {
  const content = body.content.slice(0, mostHtml);
  const text = cleanText((body.kind === 'html' ? toText(content) : content).toWellFormed());
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
