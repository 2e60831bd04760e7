import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { defineCollection } from '../store/collection.ts';
import { DocumentExists, type DocumentStore } from '../store/document-store.ts';

/** The key by which a tenant's links are signed: made when first needed, the same for all replicas ever after. */
export const linkKeys = defineCollection({
  name: 'linkKeys',
  schemaVersion: 1,
  schema: z.object({ key: z.string() }),
  partition: 'tenant',
  indexed: [],
  orders: [],
});

const keyId = 'links';

export interface Signer {
  /** A signature that nobody else can make, safe in an address. */
  sign(tenantId: string, ...said: readonly string[]): Promise<string>;
  holds(signature: string, tenantId: string, ...said: readonly string[]): Promise<boolean>;
}

/** Each key is read from the store once. */
export function signer(store: DocumentStore): Signer {
  const keys = new Map<string, Promise<string>>();
  const keyOf = (tenantId: string): Promise<string> => {
    const known = keys.get(tenantId) ?? readOrMake(store, tenantId);
    keys.set(tenantId, known);
    known.catch(() => keys.delete(tenantId));
    return known;
  };
  const mac = async (tenantId: string, said: readonly string[]) =>
    createHmac('sha256', await keyOf(tenantId))
      .update(JSON.stringify([tenantId, ...said]))
      .digest();
  return {
    sign: async (tenantId, ...said) => (await mac(tenantId, said)).toString('base64url'),
    async holds(signature, tenantId, ...said) {
      const given = Buffer.from(signature, 'base64url');
      const right = await mac(tenantId, said);
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}

async function readOrMake(store: DocumentStore, tenantId: string): Promise<string> {
  const found = await store.get(linkKeys, tenantId, keyId);
  if (found) return found.body.key;
  const key = randomBytes(32).toString('base64url');
  try {
    await store.create(linkKeys, tenantId, { id: keyId, body: { key } });
    return key;
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    return readOrMake(store, tenantId);
  }
}
