import type { Address } from './address-book.ts';
import type { Receiver } from './delivery.ts';
import type { Sender } from './sender.ts';

/** Stands as `serviceUrl` in the address of whoever is reached by e-mail; the conversation is the mail address. */
const byMail = 'mailto:';

export const mailAddress = ({
  tenantId,
  address,
}: Extract<Receiver, { kind: 'mail' }>): Address & { readonly conversationId: string } => ({
  tenantId,
  serviceUrl: byMail,
  conversationId: address,
});

/** What stands in for a mail sender where none is set up: messages wait until there is one. */
export const noMail: Sender['post'] = async () => ({ kind: 'unreachable', reason: 'e-mail is not set up' });

/** Sends to each address by its own service: e-mail by `mail`, all else by Teams. A letter is never redrawn. */
export const senderOfBoth = (teams: Sender, mail: Sender['post']): Sender => ({
  ...teams,
  post: (address, view, key) =>
    address.serviceUrl === byMail ? mail(address, view, key) : teams.post(address, view, key),
  async update(address, message, view) {
    if (address.serviceUrl !== byMail) return teams.update(address, message, view);
    return { kind: 'refused', reason: 'a letter cannot be redrawn' };
  },
});
