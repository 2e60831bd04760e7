import { z } from 'zod';
import { type Answer, showCard } from '../bot/answer.ts';
import { type CardAction, cardAction } from '../bot/card-action.ts';
import type { Command } from '../bot/command.ts';
import { type Dialog, dialog, nothing, openForm } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import { outOfReach } from '../people/out-of-reach.ts';
import { offerRegister } from './export-register.ts';
import type { SpreadParts } from './parts.ts';
import { countOf, pageOf } from './read-lists.ts';
import { registerCard } from './register-card.ts';
import { type RegisterPlace, registerFilterSchema, registerPlaceSchema } from './register-filter.ts';

const start = registerPlaceSchema.parse({});

/** All that is or was tried elsewhere, by state and service, what moved last first. */
async function showRegister(
  { store, services }: SpreadParts,
  { actor, words }: Turn,
  { after, ...filter }: RegisterPlace,
): Promise<Answer> {
  const [page, total] = await Promise.all([
    pageOf(store, actor.tenantId, filter, after),
    countOf(store, actor.tenantId, filter),
  ]);
  const leads = page.documents.map(({ body }) => body.lead.personId);
  const lost = await outOfReach(store, actor.tenantId, leads);
  return showCard(registerCard(words, page, { filter, total, services, paged: after !== '', lost }));
}

/** The register, opened by its command, paged, and narrowed by the choice on it. */
export function register(parts: SpreadParts): {
  command: Command;
  dialog: Dialog;
  actions: readonly CardAction[];
} {
  return {
    command: { name: 'register', run: (turn) => showRegister(parts, turn, start) },
    dialog: dialog({
      name: 'spread.filter',
      about: nothing,
      inputs: () => registerFilterSchema,
      context: async () => undefined,
      open: async () => openForm({}),
      draw: ({ words }, state) =>
        registerCard(
          words,
          { documents: [] },
          { filter: start, total: 0, services: parts.services, paged: false, form: state },
        ),
      submit: (turn, _about, filter) => showRegister(parts, turn, { ...filter, after: '' }),
      cancel: (turn) => showRegister(parts, turn, start),
    }),
    actions: [
      cardAction({
        name: 'spread.register',
        about: registerPlaceSchema,
        run: (turn, place) => showRegister(parts, turn, place),
      }),
      cardAction({
        name: 'spread.export',
        about: registerFilterSchema.extend({ format: z.enum(['csv', 'json']) }),
        run: (turn, { format, ...filter }) => offerRegister(parts.store, turn, filter, format),
      }),
    ],
  };
}
