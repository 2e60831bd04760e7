import { distance } from 'fastest-levenshtein';
import { type CommandName, commands } from '../bot/verbs.ts';
import type { Words } from '../words/words.ts';
import type { IncomingActivity } from './activity.ts';

export type Found =
  | { readonly kind: 'command'; readonly name: CommandName; readonly rest: string }
  | { readonly kind: 'unknown'; readonly nearest: readonly CommandName[] };

interface Phrase {
  readonly text: string;
  readonly name: CommandName;
}

const commandNames = Object.keys(commands) as CommandName[];

/** The phrases of every command in one language, longest first, so that `my ideas` is not taken for something shorter. */
export function phraseTable(words: Words): readonly Phrase[] {
  return commandNames
    .flatMap((name) =>
      words
        .say(`command.${name}.phrases`)
        .split('|')
        .map((text) => ({ text: text.trim(), name })),
    )
    .sort((a, b) => b.text.length - a.text.length);
}

/** What a person said, without the mention of the bot that a channel needs. */
export function saidText(activity: IncomingActivity): string {
  let text = activity.text ?? '';
  for (const entity of activity.entities ?? []) {
    if (entity.type === 'mention' && entity.text && entity.mentioned?.id === activity.recipient.id)
      text = text.replaceAll(entity.text, ' ');
  }
  return text
    .replace(/&nbsp;|\u00a0/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Finds the command that a text calls, or else the three that look most like it. */
export function findCommand(said: string, phrases: readonly Phrase[]): Found {
  const text = said.toLowerCase();
  for (const phrase of phrases) {
    const after = text.slice(phrase.text.length);
    if (text.startsWith(phrase.text) && /^$|^[\s.!?,:]/u.test(after))
      return {
        kind: 'command',
        name: phrase.name,
        rest: said.slice(phrase.text.length).replace(/^[\s.!?,:]+/u, ''),
      };
  }
  return { kind: 'unknown', nearest: nearestCommands(text, phrases) };
}

function nearestCommands(text: string, phrases: readonly Phrase[]): CommandName[] {
  const start = text.slice(0, 40);
  const ranked = phrases
    .map((phrase) => ({ name: phrase.name, far: distance(start, phrase.text) / phrase.text.length }))
    .sort((a, b) => a.far - b.far);
  return [...new Set(ranked.filter(({ far }) => far <= 0.5).map(({ name }) => name))].slice(0, 3);
}
