import { type Answer, sayText, showCard } from '../bot/answer.ts';
import { type CardAction, cardAction } from '../bot/card-action.ts';
import type { Command } from '../bot/command.ts';
import type { Feature } from '../feature.ts';
import { isOwn } from '../ideas/mine.ts';
import { submissions } from '../ideas/model.ts';
import { changeSubmission } from '../ideas/steps.ts';
import { agreeToThanks } from '../ideas/thanks.ts';
import { setOfPlace } from '../people/place-settings.ts';
import { ideaSchema } from '../triage/idea-schema.ts';
import { withinRoute } from '../triage/within-route.ts';
import { consentCard } from './cards.ts';
import { chooseDialog } from './choose-dialog.ts';
import type { RecognitionParts } from './parts.ts';
import { takesThanks } from './places.ts';
import { thanksDelivery, thanksListeners } from './posting.ts';

/** Thanks by name for what was adopted, where its author agrees. */
export function recognitionFeature(parts: RecognitionParts): Feature {
  const { store } = parts;
  return {
    commands: [thanksCommand(parts)],
    dialogs: [
      chooseDialog(parts, 'thanks.choose'),
      withinRoute(store).dialog(chooseDialog(parts, 'triage.thanks')),
    ],
    actions: [consentAction(parts, 'thanks.agree', true), consentAction(parts, 'thanks.takeBack', false)],
    listeners: thanksListeners(),
    deliveryCards: [thanksDelivery(parts)],
  };
}

/** The author's word; it is nobody else's to give. */
const consentAction = (
  { store, relay }: RecognitionParts,
  name: 'thanks.agree' | 'thanks.takeBack',
  agreed: boolean,
): CardAction =>
  cardAction({
    name,
    about: ideaSchema,
    async run({ actor, words, now }, { idea }): Promise<Answer> {
      const after = await changeSubmission(store, actor.tenantId, idea, (current) =>
        isOwn(actor)(current) ? agreeToThanks(current, agreed, now) : undefined,
      );
      if (!after?.thanks || !isOwn(actor)(after)) return sayText(words.say('thanks.missing'));
      if (after.eventsPending) relay(submissions, actor.tenantId, idea);
      return showCard(consentCard(words, after));
    },
  });

/** "thanks here" and "thanks off" say whether people are thanked in this channel; "thanks" tells how that stands. */
const thanksCommand = ({ store }: RecognitionParts): Command => ({
  name: 'thanks',
  async run(turn, rest) {
    const { actor, conversation, words } = turn;
    const set = (thanks: 'yes' | 'no') =>
      setOfPlace(store, turn, (place) => (place.thanks === thanks ? undefined : { ...place, thanks }));
    switch (rest.toLowerCase()) {
      case '': {
        const takes = await takesThanks(store, actor.tenantId, conversation.id);
        return sayText(words.say(`thanks.status.${takes}`));
      }
      case 'here':
        await set('yes');
        return sayText(words.say('thanks.here'));
      case 'off':
        await set('no');
        return sayText(words.say('thanks.off'));
      default:
        return sayText(words.say('thanks.notUnderstood'));
    }
  },
});
