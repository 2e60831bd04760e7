import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import type { Mailbox, Unread } from '../../src/mail/mailbox.ts';
import { type PersonsMail, type TakeInParts, takeInMail } from '../../src/mail/take-in.ts';
import { manualClock } from '../store/manual-clock.ts';
import { memoryStore } from '../store/memory-store.ts';
import { recordedTelemetry } from '../store/recorded-telemetry.ts';
import { sampleMail } from './sample-mail.ts';

const never = new AbortController().signal;
const addressOf = (source: string) => /^From: .*<(.*)>/mu.exec(source)?.[1]?.toLowerCase() ?? '';

/** A mailbox in memory with these e-mails, and a house that takes them in. */
function sampleHouse(...sources: readonly string[]) {
  const clock = manualClock();
  const telemetry = recordedTelemetry();
  const lying = sources.map((source, at) => ({ source, uid: at + 1, flags: new Set<string>() }));
  const find = ({ uid }: Unread) => {
    const found = lying.find((mail) => mail.uid === uid);
    if (!found) throw new Error('There is no such e-mail');
    return found;
  };
  const mailbox: Mailbox = {
    unread: async () =>
      lying
        .filter(({ flags }) => !flags.has('seen'))
        .map(({ source, uid }) => ({ uid, place: `7/${uid}`, from: addressOf(source) })),
    read: async (mail) => Readable.from([Buffer.from(find(mail).source)]),
    async done(mail, forPeople) {
      find(mail).flags.add('seen');
      if (forPeople) find(mail).flags.add('flagged');
    },
  };
  const taken: PersonsMail[] = [];
  const parts: TakeInParts = {
    settings: {
      address: 'ideas@council.example',
      ownDomains: ['council.example'],
      limits: { perSenderAndDay: 2, perHour: 4 },
    },
    tenantId: 'tenant',
    store: memoryStore(clock),
    clock,
    telemetry,
    async take(mail) {
      taken.push(mail);
      return { outcome: 'submitted', reference: 'K7Q2MX', forPeople: mail.subject.includes('look') };
    },
  };
  return {
    clock,
    parts,
    mailbox,
    taken,
    subjects: () => taken.map(({ subject }) => subject),
    flags: () => lying.map(({ flags }) => [...flags].join(' ')),
    run: (changed: Partial<TakeInParts> = {}, box: Partial<Mailbox> = {}) =>
      takeInMail({ ...parts, ...changed }, { ...mailbox, ...box }, never),
  };
}

const from = (name: string) => `${name} Sample <${name.toLowerCase()}@council.example>`;

describe('an e-mail is taken once', () => {
  test('and is read after that', async () => {
    const house = sampleHouse(sampleMail({ subject: 'one' }), sampleMail({ subject: 'please look' }));
    await house.run();
    await house.run();
    expect(house.subjects()).toEqual(['one', 'please look']);
    expect(house.flags()).toEqual(['seen', 'seen flagged']);
  });

  test('when it could not be marked as read', async () => {
    const house = sampleHouse(sampleMail());
    const done = async () => {
      throw new Error('The connection broke in this test');
    };
    await house.run({}, { done });
    expect(house.flags()).toEqual(['']);
    await house.run();
    expect(house.taken).toHaveLength(1);
    expect(house.flags()).toEqual(['seen']);
  });

  test('when it came twice', async () => {
    const mail = sampleMail({ messageId: '<same@council.example>' });
    const house = sampleHouse(mail, mail);
    await house.run();
    expect(house.taken).toHaveLength(1);
  });

  test('under the same id, when the process ended before it was noted', async () => {
    const house = sampleHouse(sampleMail());
    const ends: TakeInParts['take'] = async (mail) => {
      await house.parts.take(mail);
      throw new Error('The process ended in this test');
    };
    await house.run({ take: ends });
    await house.run();
    const [first, again] = house.taken;
    expect(again?.id).toBe(first?.id);
  });
});

test('two e-mails without a Message-ID are two', async () => {
  const house = sampleHouse(sampleMail({ messageId: '' }), sampleMail({ messageId: '' }));
  await house.run();
  expect(new Set(house.taken.map(({ id }) => id)).size).toBe(2);
});

test('one that fails holds no other back and stays unread', async () => {
  const house = sampleHouse(sampleMail({ subject: 'one' }), sampleMail({ subject: 'two' }));
  const take: TakeInParts['take'] = async (mail) => {
    if (mail.subject === 'one') throw new Error('Refused by this test');
    return house.parts.take(mail);
  };
  await house.run({ take });
  expect(house.flags()).toEqual(['', 'seen']);
});

describe('over a limit an e-mail waits unread', () => {
  test('of one sender a day, while others are taken', async () => {
    const mails = ['1', '2', '3'].map((subject) => sampleMail({ from: from('Ann'), subject }));
    const house = sampleHouse(...mails, sampleMail({ from: from('Ben'), subject: '4' }));
    await house.run();
    expect(house.subjects()).toEqual(['1', '2', '4']);
    house.clock.advance(25 * 3_600_000);
    await house.run();
    expect(house.subjects()).toEqual(['1', '2', '4', '3']);
  });

  test('of all an hour', async () => {
    const mails = ['Ann', 'Ben', 'Cas', 'Dan', 'Eve'].map((name) =>
      sampleMail({ from: from(name), subject: name }),
    );
    const house = sampleHouse(...mails);
    await house.run();
    expect(house.subjects()).toEqual(['Ann', 'Ben', 'Cas', 'Dan']);
    house.clock.advance(61 * 60_000);
    await house.run();
    expect(house.subjects()).toEqual(['Ann', 'Ben', 'Cas', 'Dan', 'Eve']);
  });
});

test('what no person wrote, and what says nothing, is marked as read and no more', async () => {
  const house = sampleHouse(
    sampleMail({ headers: { Precedence: 'bulk' } }),
    sampleMail({ subject: '', text: '' }),
  );
  await house.run();
  expect(house.taken).toEqual([]);
  expect(house.flags()).toEqual(['seen', 'seen']);
});

test.each([
  ['ann@council.example', false],
  ['ann@sub.council.example', true],
  ['ann@council.example.evil.example', true],
])('from %s is outside: %s', async (address, outside) => {
  const house = sampleHouse(sampleMail({ from: `Ann <${address}>` }));
  await house.run();
  expect(house.taken[0]?.outside).toBe(outside);
});
