import type { Answer } from './answer.ts';
import type { Turn } from './turn.ts';
import type { CommandName } from './verbs.ts';

/** Something a person says. Its phrases and its line in the help stand in the words (`command.<name>.…`). */
export interface Command {
  readonly name: CommandName;
  /** @param rest what followed the phrase, trimmed; empty when nothing did. */
  run(turn: Turn, rest: string): Promise<Answer>;
}
