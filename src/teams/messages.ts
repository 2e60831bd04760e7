import type { Answer } from '../bot/answer.ts';
import type { Turn } from '../bot/turn.ts';
import { commands } from '../bot/verbs.ts';
import type { IncomingActivity } from './activity.ts';
import { elsewhereWords, refusalWords, withReach } from './authorise.ts';
import { type Found, findCommand, type phraseTable, saidText } from './find-command.ts';
import { answerPress, type PressParts } from './presses.ts';

export interface MessageParts extends PressParts {
  readonly phrases: ReturnType<typeof phraseTable>;
}

/** Answers what a person said. Never silent, never throws. */
export async function answerMessage(
  turn: Turn,
  activity: IncomingActivity,
  parts: MessageParts,
): Promise<Answer> {
  // Older clients send a pressed button as a message that carries the data.
  if (typeof activity.value === 'object' && activity.value !== null) {
    const shown = await answerPress(turn, activity.value, parts);
    return shown.kind === 'card' ? { kind: 'card', view: shown.view } : shown;
  }
  const said = saidText(activity);
  // A file without a word is taken for what files are sent for.
  const found: Found =
    said === '' && turn.files?.length
      ? { kind: 'command', name: 'import', rest: '' }
      : findCommand(said, parts.phrases);
  try {
    if (found.kind === 'unknown') return await parts.registry.fallback(turn, found.nearest);
    const { name, rest } = found;
    const not = elsewhereWords(turn, name) ?? (await refusalWords(turn, commands[name].may, parts.authority));
    if (not) return { kind: 'text', text: not };
    const reaching = await withReach(turn, commands[name].may, parts.authority);
    return await parts.registry.command(name).run(reaching, rest);
  } catch (error) {
    parts.telemetry.error('command.failed', error, {
      command: found.kind === 'command' ? found.name : 'unknown',
    });
    return { kind: 'text', text: turn.words.say('bot.failed') };
  }
}
