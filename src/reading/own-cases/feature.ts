import { z } from 'zod';
import { showCard } from '../../bot/answer.ts';
import { type CardAction, cardAction } from '../../bot/card-action.ts';
import type { Feature } from '../../feature.ts';
import { casePage } from '../case-page.ts';
import { addedCases } from '../cases.ts';
import { doneBy } from '../done-by.ts';
import { caseSchema } from '../item.ts';
import { viewItem } from '../view-item.ts';
import { caseDialog, type OwnCaseParts } from './case-dialog.ts';
import { caseInviteCard, ownCasesCard } from './own-case-cards.ts';
import { showCase } from './store-case.ts';

/** Case studies of the organisation's own: the innovation team adds, edits and takes them back. */
export function ownCasesFeature(parts: OwnCaseParts): Feature {
  const { store } = parts;
  const showing = (name: 'cases.takeBack' | 'cases.putBack', shown: boolean): CardAction =>
    cardAction({
      name,
      about: caseSchema,
      async run(turn, { case: id, ...place }) {
        await showCase(store, turn.actor.tenantId, id, { shown, done: doneBy(turn) });
        return viewItem(parts, turn, { kind: 'case', id }, place);
      },
    });
  return {
    commands: [{ name: 'add case', run: async ({ words }) => showCard(caseInviteCard(words)) }],
    dialogs: [caseDialog(parts)],
    actions: [
      showing('cases.takeBack', false),
      showing('cases.putBack', true),
      cardAction({
        name: 'cases.own',
        about: z.strictObject({ after: z.string().max(20).default('') }),
        async run({ actor, words }, { after }) {
          const page = casePage(await addedCases(store, actor.tenantId), after);
          return showCard(ownCasesCard(words, page));
        },
      }),
    ],
  };
}
