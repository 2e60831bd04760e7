import { z } from 'zod';
import type { Actor } from '../bot/turn.ts';
import { personPartition } from '../people/model.ts';
import { changeDocument } from '../store/change-document.ts';
import { defineCollection } from '../store/collection.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';

export const wrongCodesAnHour = 5;

const mostRemembered = 5_000;
const hourMs = 3_600_000;

/** How many wrong reply codes a person typed in a clock hour. No code, no reference, no finer time. */
const codeTriesSchema = z.object({
  /** Such as `2026-11-24T10`. */
  hour: z.string(),
  wrong: z.int().min(0),
  expiresAt: z.iso.datetime(),
});

export const wrongCodes = defineCollection({
  name: 'wrongCodes',
  schemaVersion: 1,
  schema: codeTriesSchema,
  partition: 'tenant and object id',
  indexed: [],
  orders: [],
  expiresAt: ({ expiresAt }) => expiresAt,
});

/** Keeps people from guessing reply codes. Of a code that is right nothing is noted anywhere. */
export interface CodeTries {
  /** What `look` finds, undefined when the code is wrong; `tooMany` when the person may not try in this hour. */
  guarded<Found>(
    actor: Actor,
    now: Date,
    look: () => Promise<Found | undefined>,
  ): Promise<Found | 'tooMany' | undefined>;
}

/** Counted in memory before each look, so that many tries at once do not slip through, and kept in the store. */
export function codeTries(store: DocumentStore): CodeTries {
  const known = new Map<string, { readonly hour: string; tries: number }>();
  const inHour = (person: string, hour: string) => {
    const before = known.get(person);
    if (before?.hour === hour) return before;
    if (known.size >= mostRemembered) known.clear();
    const fresh = { hour, tries: 0 };
    known.set(person, fresh);
    return fresh;
  };
  return {
    async guarded(actor, now, look) {
      const person = personPartition(actor.tenantId, actor.personId);
      const hour = hourOf(now);
      const mine = inHour(person, hour);
      if (mine.tries >= wrongCodesAnHour) return 'tooMany';
      mine.tries += 1;
      try {
        if ((await wrongIn(store, person, hour)) >= wrongCodesAnHour) return 'tooMany';
        const found = await look();
        if (found === undefined) await noteWrong(store, person, now);
        else mine.tries -= 1;
        return found;
      } catch (error) {
        mine.tries -= 1;
        throw error;
      }
    },
  };
}

const documentId = 'wrong-codes';

const hourOf = (now: Date): string => now.toISOString().slice(0, 13);

async function wrongIn(store: DocumentStore, person: string, hour: string): Promise<number> {
  const counted = (await store.get(wrongCodes, person, documentId))?.body;
  return counted?.hour === hour ? counted.wrong : 0;
}

async function noteWrong(store: DocumentStore, person: string, now: Date): Promise<void> {
  const hour = hourOf(now);
  const first = { hour, wrong: 1, expiresAt: new Date(Date.parse(`${hour}:00Z`) + 2 * hourMs).toISOString() };
  const more = () =>
    changeDocument(store, wrongCodes, person, documentId, (counted) =>
      counted.hour === hour ? { ...counted, wrong: counted.wrong + 1 } : first,
    );
  if (await more()) return;
  try {
    await store.create(wrongCodes, person, { id: documentId, body: first });
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    await more();
  }
}
