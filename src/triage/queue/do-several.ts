import { z } from 'zod';
import type { Turn } from '../../bot/turn.ts';
import type { Submission } from '../../ideas/model.ts';
import { referenceSchema } from '../../ideas/reference.ts';
import { submissionOf } from '../../ideas/steps.ts';
import type { Decision } from '../../ideas/terms.ts';
import type { By } from '../../people/by.ts';
import { type DecideOutcome, decide } from '../decide.ts';
import { type GiveOutcome, give } from '../give.ts';
import { isWithinReach } from '../reach.ts';
import { byOf, type TriageParts, workOn } from '../work-on.ts';

/** What can be done to several submissions at once. */
export const severalWays = ['give', 'parked', 'declined'] as const;

/** A ticked submission: its reference and how much of its history the ticker saw. */
export const tickedSchema = z
  .string()
  .transform((text) => text.split('.'))
  .pipe(z.tuple([referenceSchema, z.string().regex(/^\d{1,6}$/u)]))
  .transform(([reference, seen]) => ({ reference, seen: Number(seen) }));

export type Ticked = z.infer<typeof tickedSchema>;

export type Task =
  | { readonly what: 'give'; readonly to: By }
  | { readonly what: Extract<Decision, 'parked' | 'declined'>; readonly reason: string };

export interface TickedOutcome {
  readonly reference: string;
  /** As it stands now; absent when it is not there, or not for this triager. */
  readonly submission: Submission | undefined;
  readonly outcome: DecideOutcome | GiveOutcome | undefined;
}

// As many as a form may take, done a few at a time.
export const mostTicked = 25;
const atOnce = 5;

/** Does one thing to each ticked submission; what cannot be done to one does not keep the others from it. */
export async function doSeveral(
  parts: TriageParts,
  turn: Turn,
  task: Task,
  ticked: readonly Ticked[],
): Promise<readonly TickedOutcome[]> {
  const outcomes = new Map<string, TickedOutcome>();
  const left = [...ticked];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift())
      outcomes.set(next.reference, await doOne(parts, turn, task, next));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return ticked.flatMap(({ reference }) => outcomes.get(reference) ?? []);
}

async function doOne(
  parts: TriageParts,
  turn: Turn,
  task: Task,
  { reference, seen }: Ticked,
): Promise<TickedOutcome> {
  const before = await submissionOf(parts.store, turn.actor.tenantId, reference);
  if (!before || !isWithinReach(turn)(before))
    return { reference, submission: undefined, outcome: undefined };
  let outcome: DecideOutcome | GiveOutcome | undefined;
  const submission = await workOn(parts, turn, reference, (current) => {
    const by = byOf(turn);
    outcome =
      task.what === 'give'
        ? give(current, by, task.to, turn.now)
        : decide(
            current,
            { by, decision: task.what, reason: task.reason, seen },
            turn.now,
            parts.mayDecideOwn,
          );
    return 'next' in outcome ? outcome.next : undefined;
  });
  return { reference, submission, outcome };
}
