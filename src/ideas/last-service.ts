import type { Actor } from '../bot/turn.ts';
import { profileOf, rememberService } from '../people/profiles.ts';
import type { DocumentStore } from '../store/document-store.ts';

const mostRemembered = 5_000;

/** The service area a person chose last; kept in memory too, so that opening the form asks the store at most once. */
export interface LastService {
  of(actor: Actor): Promise<string>;
  chosen(actor: Actor, service: string): Promise<void>;
}

export function lastService(store: DocumentStore): LastService {
  const known = new Map<string, string>();
  const keyOf = ({ tenantId, personId }: Actor) => `${tenantId}:${personId}`;
  const keep = (actor: Actor, service: string) => {
    if (known.size >= mostRemembered) known.clear();
    known.set(keyOf(actor), service);
  };
  return {
    async of(actor) {
      const remembered = known.get(keyOf(actor));
      if (remembered !== undefined) return remembered;
      const service = (await profileOf(store, actor.tenantId, actor.personId))?.service ?? '';
      keep(actor, service);
      return service;
    },
    async chosen(actor, service) {
      if (known.get(keyOf(actor)) === service) return;
      await rememberService(store, actor, service);
      keep(actor, service);
    },
  };
}
