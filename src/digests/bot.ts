import { type Answer, sayText, showCard } from '../bot/answer.ts';
import type { Command } from '../bot/command.ts';
import { type Dialog, dialog, nothing, openForm } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import type { Feature } from '../feature.ts';
import { subscribeForm, subscriptionCard } from './cards.ts';
import { editionDelivery, sendEdition } from './edition-delivery.ts';
import { stopWherePlacesGo } from './gone-places.ts';
import type { DigestParts } from './parts.ts';
import { planDueEditions } from './plan-due.ts';
import { type DigestRequest, readRequest } from './request.ts';
import { type Asking, findSubscription, postNow, stop, subscribe } from './service.ts';
import { subscribeInputs, typedFor } from './subscribe-form.ts';

/** Regular digests of new articles and case studies, in channels and group chats. */
export const digestsFeature = (parts: DigestParts): Feature => ({
  commands: [digestCommand(parts)],
  dialogs: [subscribeDialog(parts)],
  listeners: [sendEdition(parts), stopWherePlacesGo(parts)],
  deliveryCards: [editionDelivery(parts)],
  jobs: [planDueEditions(parts)],
});

const digestCommand = (parts: DigestParts): Command => ({
  name: 'digest',
  run: (turn, rest) => answer(parts, turn, readRequest(turn.words, rest, parts.timeZone)),
});

const subscribeDialog = (parts: DigestParts): Dialog =>
  dialog({
    name: 'digest.subscribe',
    about: nothing,
    inputs: (words) => subscribeInputs(words, parts.timeZone),
    async open(turn) {
      if (turn.conversation.kind === 'personal') return sayText(turn.words.say('digests.notHere'));
      return openForm({}, typedFor(await findSubscription(parts, askingIn(turn)), parts.timeZone));
    },
    context: async () => undefined,
    draw: (turn, state) => subscribeForm(turn.words, state),
    submit: (turn, _about, wish) => answer(parts, turn, wish),
    cancel: (turn) => answer(parts, turn, { kind: 'show' }),
  });

async function answer(parts: DigestParts, turn: Turn, request: DigestRequest): Promise<Answer> {
  const { words, conversation, activityId } = turn;
  if (conversation.kind === 'personal') return sayText(words.say('digests.notHere'));
  const asking = askingIn(turn);
  switch (request.kind) {
    case 'show':
      return showCard(subscriptionCard(words, await findSubscription(parts, asking)));
    case 'subscribe':
      return showCard(subscriptionCard(words, await subscribe(parts, asking, request.schedule)));
    case 'off':
      return showCard(subscriptionCard(words, await stop(parts, asking)));
    case 'now':
      return sayText(words.say(`digests.${await postNow(parts, asking, activityId)}`));
    case 'notUnderstood':
      return sayText(words.say('digests.notUnderstood'));
  }
}

const askingIn = ({ actor, conversation }: Turn): Asking => ({
  tenantId: actor.tenantId,
  placeId: conversation.id,
  personId: actor.personId,
});
