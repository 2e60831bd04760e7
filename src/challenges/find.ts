import type { ChallengeOf } from '../ideas/challenge-asked.ts';
import type { Outbox } from '../outbox/start-outbox.ts';
import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { type Challenge, challenges, isOpen, type KnownChallenge } from './model.ts';

export async function challengeById(
  store: DocumentStore,
  tenantId: string,
  id: string,
): Promise<KnownChallenge | undefined> {
  return store.get(challenges, tenantId, id);
}

/** Finds what a form for an idea was opened from. One that has not opened yet is nobody's business. */
export const challengeOf =
  (store: DocumentStore): ChallengeOf =>
  async (tenantId, id, now) => {
    const body = id && (await challengeById(store, tenantId, id))?.body;
    if (!id || !body || body.state === 'planned') return undefined;
    const { title, questions, topics } = body;
    return { id, title, questions, topics, open: isOpen(body, now) };
  };

const mostToChoose = 25;

/** Challenges that ideas may have come in for, the newest first, that of the given id among them if it is there. */
export async function challengesToChoose(
  store: DocumentStore,
  tenantId: string,
  id: string,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const newest = async (state: Challenge['state']): Promise<readonly KnownChallenge[]> => {
    const page = await store.query(challenges, tenantId, {
      where: { state },
      orderBy: { field: 'endsAt', direction: 'descending' },
      limit: mostToChoose,
    });
    return page.documents;
  };
  const [open, closed] = await Promise.all([newest('open'), newest('closed')]);
  const listed = [...open, ...closed].slice(0, mostToChoose);
  const isAmong = id === '' || listed.some((one) => one.id === id);
  const chosen = isAmong ? undefined : await challengeById(store, tenantId, id);
  return [...listed, ...(chosen ? [chosen] : [])].map((one) => ({ id: one.id, title: one.body.title }));
}

/**
 * Changes a challenge and hands on what that causes. `change` returns undefined where nothing is to be done.
 * Resolves to the challenge as it stands, or undefined when it is not there.
 */
export async function changeChallenge(
  { store, relay }: { readonly store: DocumentStore; readonly relay: Outbox['relay'] },
  tenantId: string,
  id: string,
  change: (known: KnownChallenge) => Challenge | undefined,
): Promise<KnownChallenge | undefined> {
  const changed = await changeDocument(store, challenges, tenantId, id, (body) => change({ id, body }));
  if (changed?.body.eventsPending) relay(challenges, tenantId, id);
  return changed;
}
