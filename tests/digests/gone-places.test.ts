import { expect, test } from '@jest/globals';
import { stopWherePlacesGo } from '../../src/digests/gone-places.ts';
import { subscribe } from '../../src/digests/service.ts';
import { relayDocument } from '../../src/outbox/relay.ts';
import { noteActive, noteInstalled, noteRemoved } from '../../src/people/known-places.ts';
import { places } from '../../src/people/model.ts';
import { asking, type Bench, bench, subscriptionIn, tuesdays, turnIn } from './sample-place.ts';
import { tenantId } from './sample-reading.ts';

async function leftPlace() {
  const parts = bench();
  const note = { tenantId, conversation: turnIn(parts.clock).conversation, now: parts.clock.now() };
  const id = await noteInstalled(parts.store, note, undefined);
  await subscribe(parts, asking, { schedule: tuesdays });
  await noteRemoved(parts.store, tenantId, id, note.now);
  return { parts, note, id };
}

const hear = ({ store, clock }: Bench, id: string) =>
  relayDocument(
    { store, clock, listeners: [stopWherePlacesGo({ store })], planned: () => {}, heard: async () => {} },
    places,
    tenantId,
    id,
  );

test('the digest of a place ends when the bot is removed from it', async () => {
  const { parts, id } = await leftPlace();
  await hear(parts, id);
  expect((await subscriptionIn(parts)).state).toBe('placeGone');
});

test('it goes on when the bot is back before the removal was heard', async () => {
  const { parts, note, id } = await leftPlace();
  await noteActive(parts.store, note);
  await hear(parts, id);
  expect((await subscriptionIn(parts)).state).toBe('active');
});
