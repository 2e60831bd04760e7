import { expect, test } from '@jest/globals';
import type { Conversation } from '../../src/bot/turn.ts';
import { addressBook } from '../../src/people/address-book.ts';
import { authority } from '../../src/people/authority.ts';
import { contactBook } from '../../src/people/contact-book.ts';
import { profileOf } from '../../src/people/profiles.ts';
import { recentContacts } from '../../src/people/recent-contacts.ts';
import { setTriagePlace } from '../../src/people/triage-place.ts';
import { englishWords } from '../../src/words/words.ts';
import { sampleActor } from '../ideas/sample-submission.ts';
import { wrapStore } from '../outbox/wrap-store.ts';
import { manualClock } from '../store/manual-clock.ts';
import { memoryStore } from '../store/memory-store.ts';

const serviceUrl = 'https://smba.trafficmanager.net/uk/';
const chat: Conversation = { kind: 'personal', id: 'a:chat', serviceUrl };
const channel: Conversation = { kind: 'channel', id: '19:channel', serviceUrl, teamId: '19:team' };
const ann = sampleActor('ann');
const { tenantId } = ann;
const person = { kind: 'person', tenantId, personId: 'ann' } as const;
const place = { kind: 'place', tenantId, placeId: '19:channel' } as const;

function aHouse() {
  let requests = 0;
  const woken: string[] = [];
  const clock = manualClock();
  const store = wrapStore(memoryStore(clock), (_method, run) => {
    requests += 1;
    return run();
  });
  const recent = recentContacts(clock);
  const outbox = {
    relay: () => {},
    wake: async ({ kind }: { readonly kind: string }) => void woken.push(kind),
  };
  return {
    store,
    clock,
    woken,
    contacts: contactBook({ store, clock, recent, outbox }),
    addresses: addressBook(store, clock, recent),
    async requestsOf(act: () => Promise<void>) {
      requests = 0;
      await act();
      return requests;
    },
  };
}

test('a contact is noted once in ten minutes, and again when anything about it is new', async () => {
  const house = aHouse();
  const heard = (actor = ann, where: Conversation = chat) =>
    house.requestsOf(() => house.contacts.heard(actor, where));
  expect(await heard()).toBeGreaterThan(0);
  expect(await heard()).toBe(0);
  expect(await heard({ ...ann, name: 'Sample renamed' })).toBeGreaterThan(0);
  expect(await heard({ ...ann, name: 'Sample renamed' })).toBe(0);
  house.clock.advance(600_000);
  expect(await heard({ ...ann, name: 'Sample renamed' })).toBeGreaterThan(0);
  expect(await profileOf(house.store, tenantId, 'ann')).toMatchObject({
    name: 'Sample renamed',
    conversationId: 'a:chat',
    lastSeenOn: '2026-03-02',
  });
});

test('what is kept of when somebody was seen is a date, so that no form can be tied to them', async () => {
  const house = aHouse();
  await house.contacts.heard(ann, chat);
  expect(JSON.stringify(await profileOf(house.store, tenantId, 'ann'))).not.toMatch(/T\d\d:/u);
});

test('a person spoken with in a channel is reached by the id Teams gave, and keeps their chat when there is one', async () => {
  const house = aHouse();
  await house.contacts.heard(ann, channel);
  expect(await house.addresses.find(person)).toMatchObject({ conversationId: undefined, memberId: '29:ann' });
  expect(await house.addresses.find(place)).toMatchObject({ conversationId: '19:channel', serviceUrl });
  await house.addresses.opened(person, 'a:opened');
  house.clock.advance(600_000);
  await house.contacts.heard(ann, channel);
  expect(await house.addresses.find(person)).toMatchObject({ conversationId: 'a:opened' });
});

test('a parked receiver is unreachable until the very next contact, which wakes what waits', async () => {
  const house = aHouse();
  await house.contacts.heard(ann, channel);
  for (const receiver of [person, place]) {
    await house.addresses.park(receiver, '403');
    expect(await house.addresses.find(receiver)).toBe('unreachable');
  }
  house.woken.length = 0;
  await house.contacts.heard(ann, channel);
  expect(house.woken).toEqual(['person', 'place']);
  for (const receiver of [person, place])
    expect(await house.addresses.find(receiver)).not.toBe('unreachable');
});

test('nobody knows how to reach who was never met, or a place that was left', async () => {
  const house = aHouse();
  expect(await house.addresses.find(person)).toBe('unreachable');
  expect(await house.addresses.find(place)).toBe('unreachable');
  await house.contacts.installed(tenantId, channel, ann);
  expect(await house.addresses.find(place)).toMatchObject({ tenantId, conversationId: '19:channel' });
  await house.contacts.removed(tenantId, { teamId: '19:team' }, 'uninstalled');
  expect(await house.addresses.find(place)).toBe('unreachable');
});

test('the innovation team are those listed and the members of the team whose channel it is', async () => {
  const { store } = aHouse();
  const words = englishWords('Europe/London');
  const asked: string[] = [];
  const isMember = async (
    { teamId }: { readonly teamId: string },
    { personId }: { readonly personId: string },
  ) => {
    asked.push(teamId);
    return personId === 'tess';
  };
  const holds = (personId: string, role: 'innovationTeam' | 'administrator' | 'anyone', given = {}) => {
    const parts = { development: false, admins: ['boss'], innovationTeam: ['listed'], ...given };
    const turn = {
      actor: sampleActor(personId),
      conversation: channel,
      words,
      private: false,
      activityId: '1',
      now: new Date('2026-03-02T09:00:00.000Z'),
    };
    return { turn, answer: () => authority({ store, roster: { isMember }, ...parts }).holds(turn, role) };
  };
  expect(await holds('tess', 'innovationTeam').answer()).toBe(false);
  await setTriagePlace(store, holds('boss', 'anyone').turn);
  expect(await holds('tess', 'innovationTeam').answer()).toBe(true);
  expect(await holds('eve', 'innovationTeam').answer()).toBe(false);
  expect(asked).toEqual(['19:team', '19:team']);
  expect(await holds('listed', 'innovationTeam').answer()).toBe(true);
  expect(asked).toHaveLength(2);
  expect(await holds('boss', 'administrator').answer()).toBe(true);
  expect(await holds('eve', 'administrator').answer()).toBe(false);
  expect(await holds('eve', 'administrator', { admins: [] }).answer()).toBe(false);
  expect(await holds('eve', 'administrator', { admins: [], development: true }).answer()).toBe(true);
  expect(await holds('eve', 'administrator', { development: true }).answer()).toBe(false);
});
