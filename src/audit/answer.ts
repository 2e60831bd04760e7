import { withEvent } from '../outbox/event.ts';
import type { By } from '../people/by.ts';
import type { ControlRecord, stances } from './model.ts';

/** Raised when an owner has answered; `data.answer` is the number of the answer. */
export const ownerAnswered = 'control.ownerAnswered';

interface Said {
  readonly stance: (typeof stances)[number];
  readonly text: string;
  /** References of those that a change has ended. */
  readonly barriers: readonly string[];
}

/** The control with what its owner says; undefined when that was said already. The later answer stands. */
export function withAnswer(
  record: ControlRecord,
  by: By,
  { stance, text, barriers }: Said,
  now: Date,
): ControlRecord | undefined {
  const { answer } = record;
  const ended = stance === 'changed' && barriers.length > 0 ? [...barriers] : undefined;
  const isSaid =
    answer?.by.personId === by.personId &&
    answer.stance === stance &&
    answer.text === text &&
    String(answer.barriers) === String(ended);
  if (isSaid) return undefined;
  const n = (answer?.n ?? 0) + 1;
  const at = now.toISOString();
  return withEvent(
    { ...record, answer: { n, by, at, stance, text, ...(ended && { barriers: ended }) } },
    { id: `controls/${record.control}/answer/${n}`, type: ownerAnswered, at, data: { answer: String(n) } },
  );
}
