import { sayText } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import type { Feature } from '../feature.ts';
import { submissionOf } from '../ideas/steps.ts';
import { awayFeature } from './absent/away.ts';
import { takeOverAction } from './absent/take-over.ts';
import { askDialog } from './ask-dialog.ts';
import { assignDialog } from './assign-dialog.ts';
import { benefitsDialog } from './benefits-dialog.ts';
import { caseLinkDialog } from './case-link-dialog.ts';
import { checkInDialog } from './check-in-dialog.ts';
import { clockJob } from './clock-job.ts';
import { triageCommentActions } from './comments.ts';
import { copiedTitles } from './copied-titles.ts';
import { datesJob } from './dates-job.ts';
import { decideDialog } from './decide-dialog.ts';
import { handOverDelivery, handOverListener } from './hand-over-news.ts';
import { ideaSchema } from './idea-schema.ts';
import { mergeDialog } from './merge-dialog.ts';
import { mergeJob } from './merge-job.ts';
import { movedDeliveryCard } from './moved-card.ts';
import { noteDialog } from './note-dialog.ts';
import { nudgeDeliveries, nudgeListeners } from './nudges.ts';
import { opinionDelivery, opinionListeners } from './opinion-card.ts';
import { askOpinionDialog, giveOpinionDialog } from './opinion-dialogs.ts';
import { triageDeliveryCard, triageListeners } from './posting.ts';
import { type PublishOutcome, publish } from './publish.ts';
import { queueFeature } from './queue/queue-feature.ts';
import { redactDialog } from './redact-dialog.ts';
import { reopenDialog } from './reopen-dialog.ts';
import { givingListeners } from './route/give-new.ts';
import { hereCommand } from './route/here-command.ts';
import { routeDialog } from './route/route-dialog.ts';
import { scoreDialog } from './score-dialog.ts';
import { settledListeners } from './settled-nudges.ts';
import { snoozeDialog } from './snooze-dialog.ts';
import { subjectsDialog } from './subjects-dialog.ts';
import { take } from './take.ts';
import { trialDialog } from './trial-dialog.ts';
import { verdictDialog } from './verdict-dialog.ts';
import { withinRoute } from './within-route.ts';
import { byOf, showTriage, type TriageParts, workOn } from './work-on.ts';

/** The innovation team's side: a card for each submission, and what is done about it. */
export function triageFeature(parts: TriageParts): Feature {
  const { store, words } = parts;
  const route = withinRoute(store);
  const queue = queueFeature(parts);
  const away = awayFeature(parts);
  return {
    commands: [...(queue.commands ?? []), ...(away.commands ?? []), hereCommand(parts)],
    dialogs: [
      decideDialog(parts),
      askDialog(parts),
      subjectsDialog(parts),
      assignDialog(parts),
      noteDialog(parts),
      scoreDialog(parts),
      mergeDialog(parts),
      caseLinkDialog(parts),
      redactDialog(parts),
      snoozeDialog(parts),
      reopenDialog(parts),
      trialDialog(parts),
      verdictDialog(parts),
      benefitsDialog(parts),
      checkInDialog(parts),
      askOpinionDialog(parts),
      giveOpinionDialog(parts),
      routeDialog(parts),
      ...(queue.dialogs ?? []),
      ...(away.dialogs ?? []),
    ].map(route.dialog),
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
      takeOverAction(parts),
      ...(queue.actions ?? []),
      ...(away.actions ?? []),
    ].map(route.action),
    listeners: [
      ...triageListeners(store),
      ...givingListeners(parts),
      ...nudgeListeners(parts),
      ...settledListeners(),
      copiedTitles(parts),
      ...opinionListeners(parts),
      handOverListener(parts),
    ],
    deliveryCards: [
      triageDeliveryCard(parts),
      movedDeliveryCard(store, words),
      ...nudgeDeliveries(parts),
      opinionDelivery(parts),
      handOverDelivery(parts),
    ],
    jobs: [clockJob(parts), datesJob(parts), mergeJob(parts)],
  };
}
