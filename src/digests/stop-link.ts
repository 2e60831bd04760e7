import type { WebPage, WebRoute } from '../bot/web-page.ts';
import type { WordKey, Words } from '../words/words.ts';
import { stopSubscription } from './change-subscription.ts';
import type { DigestParts } from './parts.ts';
import { plainPage } from './plain-page.ts';
import { signer } from './signed.ts';

const purpose = 'digest.stop';

/** Makes the address by which one click ends the letters of a subscription; empty where there are none. */
export function stopLinks({ store, byMail }: Pick<DigestParts, 'store' | 'byMail'>) {
  const { sign } = signer(store);
  return async (tenantId: string, subscription: string): Promise<string> => {
    if (!byMail) return '';
    const signature = await sign(tenantId, purpose, subscription);
    return `${byMail.publicAddress}/digest/stop/${tenantId}/${subscription}/${signature}`;
  };
}

/**
 * The pages behind that address. A GET asks first, because programs that look for harmful mail follow links; a POST
 * ends the letters at once and as often as it comes, as a mail program's own button sends it (RFC 8058).
 */
export function stopRoutes(parts: Pick<DigestParts, 'store' | 'words' | 'tenants'>): readonly WebRoute[] {
  const { words, store, tenants } = parts;
  const { holds } = signer(store);
  const path = '/digest/stop/:tenant/:subscription/:signature';
  const isGood = async ({
    tenant = '',
    subscription = '',
    signature = '',
  }: Readonly<Record<string, string>>) =>
    tenants.includes(tenant) && (await holds(signature, tenant, purpose, subscription));
  return [
    {
      method: 'get',
      path,
      handle: async (named) =>
        (await isGood(named))
          ? page(words, 200, 'digests.stopPage.ask', true)
          : page(words, 404, 'digests.stopPage.unknown'),
    },
    {
      method: 'post',
      path,
      async handle(named) {
        if (!(await isGood(named))) return page(words, 404, 'digests.stopPage.unknown');
        const { tenant = '', subscription = '' } = named;
        await stopSubscription(store, tenant, subscription, 'mail');
        return page(words, 200, 'digests.stopPage.done');
      },
    },
  ];
}

const page = (words: Words, status: number, key: WordKey, asks = false): WebPage =>
  plainPage(
    words,
    status,
    words.say('digests.stopPage.title'),
    words.say(key),
    asks ? words.say('digests.stopPage.button') : undefined,
  );
