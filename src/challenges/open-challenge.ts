import type { Actor } from '../bot/turn.ts';
import { noEvents } from '../outbox/event.ts';
import type { KnownChannel } from '../people/channels.ts';
import { noteActive } from '../people/known-places.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';
import { advance, endOf, type LocalTime, openingOf } from './life.ts';
import { type Challenge, challenges, fingerprint, type KnownChallenge } from './model.ts';
import type { OpenInputs } from './open-inputs.ts';

interface Opening {
  readonly formId: string;
  readonly actor: Actor;
  readonly inputs: OpenInputs;
  readonly channels: readonly KnownChannel[];
  readonly now: Date;
}

export type OpenOutcome =
  | { readonly kind: 'kept'; readonly known: KnownChallenge }
  /** The form's id stands for other words already: nothing was stored this time. */
  | { readonly kind: 'sentBefore' };

/** Stores a challenge with the event that opens it, if that is due, as one document; the same form again is the same challenge. */
export async function openChallenge(
  store: DocumentStore,
  time: LocalTime,
  opening: Opening,
): Promise<OpenOutcome> {
  const { actor, channels, formId, now } = opening;
  const { tenantId } = actor;
  // A channel that the bot has not heard from yet must be known before it can be written to.
  for (const { placeId, serviceUrl, teamId } of channels) {
    const conversation = { kind: 'channel', id: placeId, serviceUrl, teamId } as const;
    await noteActive(store, { tenantId, conversation, now });
  }
  const id = fingerprint(formId);
  const body = newChallenge(time, opening);
  const opened = advance({ id, body }, now, time) ?? body;
  try {
    return { kind: 'kept', known: await store.create(challenges, tenantId, { id, body: opened }) };
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    const known = await store.get(challenges, tenantId, id);
    if (!known) throw error;
    return known.body.content === body.content ? { kind: 'kept', known } : { kind: 'sentBefore' };
  }
}

function newChallenge(time: LocalTime, { actor, inputs, channels, now }: Opening): Challenge {
  const { title, text, opensOn, closesOn, topics, question1, question2, question3 } = inputs;
  return {
    title,
    text,
    questions: [question1, question2, question3].filter((question) => question !== ''),
    topics,
    opensOn,
    closesOn,
    endsAt: endOf(inputs, time),
    dueAt: openingOf(inputs, now, time).toISOString(),
    placeIds: channels.map(({ placeId }) => placeId),
    state: 'planned',
    by: { personId: actor.personId, name: actor.name },
    changes: 0,
    createdAt: now.toISOString(),
    content: fingerprint(JSON.stringify(inputs)),
    ...noEvents,
  };
}
