import { z } from 'zod';
import { sayText } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import type { Feature } from '../feature.ts';
import { referenceSchema } from '../ideas/reference.ts';
import { submissionOf } from '../ideas/steps.ts';
import type { Words } from '../words/words.ts';
import { askDialog } from './ask-dialog.ts';
import { triageCommentActions } from './comments.ts';
import { decideDialog } from './decide-dialog.ts';
import { hereCommand } from './here-command.ts';
import { movedDeliveryCard } from './moved-card.ts';
import { triageDeliveryCard, triageListeners } from './posting.ts';
import { type PublishOutcome, publish } from './publish.ts';
import { queueFeature } from './queue/queue-feature.ts';
import { subjectsDialog } from './subjects-dialog.ts';
import { take } from './take.ts';
import { withinRoute } from './within-route.ts';
import { byOf, showTriage, type TriageParts, workOn } from './work-on.ts';

const ideaSchema = z.strictObject({ idea: referenceSchema });

/** The innovation team's side: a card for each submission, and what is done about it. */
export function triageFeature(parts: TriageParts & { readonly words: Words }): Feature {
  const { store, words, dueDates } = parts;
  const route = withinRoute(store);
  const queue = queueFeature(parts);
  return {
    commands: [...(queue.commands ?? []), hereCommand(parts)],
    dialogs: [decideDialog(parts), askDialog(parts), subjectsDialog(parts), ...(queue.dialogs ?? [])].map(
      route.dialog,
    ),
    actions: [
      cardAction({
        name: 'triage.take',
        about: ideaSchema,
        run: async (turn, { idea }) =>
          showTriage(
            parts,
            turn,
            await workOn(parts, turn, idea, (current) => take(current, byOf(turn), turn.now)),
          ),
      }),
      cardAction({
        name: 'triage.publish',
        about: ideaSchema,
        async run(turn, { idea }) {
          let outcome: PublishOutcome | undefined;
          const submission = await workOn(parts, turn, idea, (current) => {
            outcome = publish(current, byOf(turn), turn.now, parts.mayDecideOwn);
            return outcome.kind === 'published' ? outcome.next : undefined;
          });
          return outcome?.kind === 'ownProject'
            ? sayText(turn.words.say('triage.publish.own'))
            : showTriage(parts, turn, submission);
        },
      }),
      cardAction({
        name: 'triage.show',
        about: ideaSchema,
        run: async (turn, { idea }) =>
          showTriage(parts, turn, await submissionOf(store, turn.actor.tenantId, idea)),
      }),
      ...triageCommentActions(parts),
      ...(queue.actions ?? []),
    ].map(route.action),
    listeners: triageListeners(store),
    deliveryCards: [triageDeliveryCard(store, words, dueDates), movedDeliveryCard(store, words)],
  };
}
