import { z } from 'zod';
import type { Turn } from '../bot/turn.ts';
import { byOf } from '../engagement/marks.ts';
import type { By } from '../people/by.ts';
import { profileOf } from '../people/profiles.ts';
import type { DocumentStore } from '../store/document-store.ts';

/** What a people picker sends: an object id, empty when nobody was chosen. */
export const leadInput = z.string().trim().max(64).default('');

/** Who was chosen: the actor when nobody was, undefined when it is nobody that iNews has met. */
export async function typedLead(
  store: DocumentStore,
  { actor }: Turn,
  typed: string,
  known: readonly By[] = [],
): Promise<By | undefined> {
  if (typed === '' || typed === actor.personId) return byOf(actor);
  const before = known.find(({ personId }) => personId === typed);
  if (before) return before;
  const profile = await profileOf(store, actor.tenantId, typed);
  return profile && { personId: typed, name: profile.name };
}
