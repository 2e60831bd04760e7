import type { z } from 'zod';
import type { Answer } from './answer.ts';
import type { Turn } from './turn.ts';
import type { ActionName } from './verbs.ts';

/** A button that acts at once. It may arrive twice: `run` answers by the state it leads to. */
export interface CardAction {
  readonly name: ActionName;
  run(turn: Turn, about: unknown): Promise<Answer>;
}

/** Card data that does not fit its schema: forged, or from a card of an older version. */
export class UnreadablePress extends Error {
  override readonly name = 'UnreadablePress';
}

/** Parses what a button or form carries. Throws UnreadablePress, naming the fields but none of their values. */
export function parsePressed<T>(schema: z.ZodType<T>, carried: unknown): T {
  const parsed = schema.safeParse(carried);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ');
  throw new UnreadablePress(`The pressed card carries data that does not fit: ${fields}`);
}

/** @param about schema of the ids the button carries; make it strict. */
export function cardAction<About>(definition: {
  name: ActionName;
  about: z.ZodType<About>;
  run(turn: Turn, about: About): Promise<Answer>;
}): CardAction {
  return {
    name: definition.name,
    run: (turn, about) => definition.run(turn, parsePressed(definition.about, about)),
  };
}
