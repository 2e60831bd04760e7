import type { DocumentStore } from '../store/document-store.ts';
import { profileOf } from './profiles.ts';

/** Those of some people whom Teams has refused to reach: they left, or have removed or blocked iNews. */
export async function outOfReach(
  store: DocumentStore,
  tenantId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const profiles = await Promise.all(
    [...new Set(personIds)].map((personId) => profileOf(store, tenantId, personId)),
  );
  return new Set(profiles.flatMap((profile) => (profile?.unreachable ? [profile.personId] : [])));
}
