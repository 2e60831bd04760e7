import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CardView } from '../bot/answer.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import { eventfulShape, noEvents, withEvent } from '../outbox/event.ts';
import { letterView } from '../outbox/letter.ts';
import type { Listener } from '../outbox/listener.ts';
import { changeDocument } from '../store/change-document.ts';
import { defineCollection } from '../store/collection.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';
import { dayMs, daysAfter } from '../time/days.ts';
import type { Words } from '../words/words.ts';
import { type Asking, changeOrStart } from './change-subscription.ts';
import { hashOf } from './model.ts';
import type { DigestParts } from './parts.ts';
import { signer } from './signed.ts';

/** An e-mail address that a person gave and has not confirmed yet. One a person. */
const addressCheckSchema = z.object({
  personId: z.string(),
  /** In lower case. */
  address: z.string(),
  /** What the code is made of, besides the key of the links. */
  nonce: z.string(),
  n: z.int().min(1),
  /** When codes were asked for within the last day. */
  asked: z.array(z.iso.datetime()),
  wrong: z.int().min(0),
  until: z.iso.datetime(),
  ...eventfulShape,
});

type AddressCheck = z.infer<typeof addressCheckSchema>;

export const addressChecks = defineCollection({
  name: 'addressChecks',
  schemaVersion: 1,
  schema: addressCheckSchema,
  partition: 'tenant',
  indexed: ['eventsPending'],
  orders: [],
  expiresAt: ({ until }) => daysAfter(until, 1),
});

const goodForMs = 60 * 60 * 1000;
const mostAskedADay = 5;
const mostWrong = 5;

const codeAsked = 'address.codeAsked';
const letter = 'digests/code';
const purpose = 'digest.address';

const checkId = (personId: string): string => hashOf('address', personId);

/** Sends a code to an address; at most five a day are sent for one person. */
export async function askForCode(
  { store, clock, relay }: Pick<DigestParts, 'store' | 'clock' | 'relay'>,
  { tenantId, personId }: Asking,
  address: string,
): Promise<'sent' | 'tooMany'> {
  const id = checkId(personId);
  const now = clock.now();
  const at = now.toISOString();
  const since = new Date(now.getTime() - dayMs).toISOString();
  let outcome: 'sent' | 'tooMany' = 'sent';
  const next = (present: AddressCheck | undefined): AddressCheck | undefined => {
    const asked = (present?.asked ?? []).filter((earlier) => earlier > since);
    outcome = asked.length >= mostAskedADay ? 'tooMany' : 'sent';
    if (outcome === 'tooMany') return undefined;
    const n = (present?.n ?? 0) + 1;
    const until = new Date(now.getTime() + goodForMs).toISOString();
    const check = { personId, address, nonce: randomUUID(), n, asked: [...asked, at], wrong: 0, until };
    return withEvent(
      { ...check, ...noEvents },
      { id: `addressChecks/${id}/${check.nonce}/${n}`, type: codeAsked, at, data: {} },
    );
  };
  const changed = await changeDocument(store, addressChecks, tenantId, id, next);
  const first = changed ? undefined : next(undefined);
  if (first) {
    try {
      await store.create(addressChecks, tenantId, { id, body: first });
    } catch (error) {
      if (!(error instanceof DocumentExists)) throw error;
      return askForCode({ store, clock, relay }, { tenantId, personId, placeId: '' }, address);
    }
  }
  relay(addressChecks, tenantId, id);
  return outcome;
}

export type Confirmed = 'confirmed' | 'wrong' | 'tooManyWrong' | 'tooLate' | 'notAsked';

/** Confirms the address by its code: from now on digests go there. */
export async function confirmAddress(
  { store, clock }: Pick<DigestParts, 'store' | 'clock'>,
  asking: Asking,
  code: string,
): Promise<Confirmed> {
  const { tenantId, personId } = asking;
  const found = await store.get(addressChecks, tenantId, checkId(personId));
  if (!found) return 'notAsked';
  const { body } = found;
  if (body.until <= clock.now().toISOString()) return 'tooLate';
  if (body.wrong >= mostWrong) return 'tooManyWrong';
  if (code !== (await codeOf(store, tenantId, body))) {
    // Counted for this code alone: somebody may have asked for another meanwhile.
    await changeDocument(store, addressChecks, tenantId, found.id, (present) =>
      present.nonce === body.nonce ? { ...present, wrong: present.wrong + 1 } : undefined,
    );
    return 'wrong';
  }
  await changeOrStart(store, asking, never(asking, clock.now()), (present) => {
    const by = present.personal?.by ?? 'mail';
    return { ...present, personal: { personId, by, address: body.address } };
  });
  await store.remove(addressChecks, tenantId, found.id);
  return 'confirmed';
}

const never = ({ personId }: Asking, now: Date) => ({
  schedule: { kind: 'weekly', weekdays: ['tuesday'], time: '10:00', timeZone: 'Europe/London' } as const,
  state: 'stopped' as const,
  dueAt: now.toISOString(),
  subscribedBy: personId,
  personal: { personId, by: 'mail' as const },
});

/** Six digits that only the service can make. */
async function codeOf(
  store: DocumentStore,
  tenantId: string,
  { personId, address, nonce }: AddressCheck,
): Promise<string> {
  const signature = await signer(store).sign(tenantId, purpose, personId, address, nonce);
  const number = Buffer.from(signature, 'base64url').readUInt32BE(0) % 1_000_000;
  return String(number).padStart(6, '0');
}

export const sendCode = ({ store }: Pick<DigestParts, 'store'>): Listener => ({
  event: codeAsked,
  async *plan({ partition: tenantId, documentId }) {
    const check = (await store.get(addressChecks, tenantId, documentId))?.body;
    if (!check) return;
    yield [
      {
        receiver: { kind: 'mail', tenantId, address: check.address },
        card: letter,
        about: { check: documentId, nonce: check.nonce },
        urgency: 'answer',
        keepDays: 1,
      },
    ];
  },
});

export const codeLetter = (words: Words, code: string): CardView =>
  letterView({
    subject: words.say('digests.code.subject', { code }),
    paragraphs: [
      { kind: 'heading', text: code },
      { kind: 'text', text: words.say('digests.code.letter', { code }) },
      { kind: 'note', text: words.say('digests.code.notYou') },
    ],
  });

/** The letter with the code; none once it was used, or another was asked for. */
export const codeDelivery = (store: DocumentStore, words: Words): DeliveryCard => ({
  name: letter,
  whenInDoubt: 'sendAgain',
  async draw({ receiver: { tenantId }, about: { check = '', nonce } }) {
    const body = (await store.get(addressChecks, tenantId, check))?.body;
    if (!body || body.nonce !== nonce) return undefined;
    const code = await codeOf(store, tenantId, body);
    return codeLetter(words, code);
  },
});
