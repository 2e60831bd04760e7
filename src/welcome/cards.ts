import type { CardView } from '../bot/answer.ts';
import type { Conversation } from '../bot/turn.ts';
import { type CommandName, commands, type Where } from '../bot/verbs.ts';
import type { Words } from '../words/words.ts';

const fitting: Readonly<Record<Conversation['kind'], readonly Where[]>> = {
  personal: ['anywhere', 'personal'],
  groupChat: ['anywhere', 'shared'],
  channel: ['anywhere', 'shared', 'channel'],
};

const commandNames = Object.keys(commands) as CommandName[];

/** The phrase we show for a command: the first of those that call it. */
export function phraseOf(words: Words, name: CommandName): string {
  return words.say(`command.${name}.phrases`).split(' | ')[0] ?? name;
}

/** What everybody can say in such a place. */
function sayable(words: Words, kind: Conversation['kind']) {
  const offered = commandNames.filter(
    (name) =>
      name !== 'help' && commands[name].may === 'anyone' && fitting[kind].includes(commands[name].where),
  );
  return {
    say: words.say(kind === 'personal' ? 'help.say' : 'help.sayChannel'),
    commands: offered.map((name) => ({
      phrase: phraseOf(words, name),
      line: words.say(`command.${name}.line`),
    })),
  };
}

/** @param mailAddress where ideas can be sent by e-mail; absent where they cannot. */
export const helpCard = (
  words: Words,
  kind: Conversation['kind'],
  mailAddress: string | undefined,
): CardView => ({
  card: 'welcome/help',
  data: {
    ...sayable(words, kind),
    personal: kind === 'personal',
    mail: mailAddress ? words.say('help.mail', { address: mailAddress }) : '',
  },
  summary: words.say('help.summary'),
});

export const welcomeCard = (words: Words, kind: Conversation['kind']): CardView => ({
  card: kind === 'personal' ? 'welcome/personal' : 'welcome/shared',
  data: sayable(words, kind),
  summary: words.say('welcome.summary'),
});

/** @param contact how to reach the team; may be empty. */
export const aboutCard = (words: Words, council: string, contact: string): CardView => ({
  card: 'welcome/about',
  data: {
    who: words.say('about.who.text', { council }),
    contact: contact ? words.say('about.contact.text', { contact }) : words.say('about.contact.none'),
  },
  summary: words.say('about.summary'),
});

export const unknownCard = (words: Words, nearest: readonly CommandName[]): CardView => ({
  card: 'welcome/unknown',
  data: {
    nearest:
      nearest.length > 0
        ? words.say('unknown.nearest', { commands: nearest.map((name) => phraseOf(words, name)).join(', ') })
        : '',
  },
  summary: words.say('unknown.summary'),
});
