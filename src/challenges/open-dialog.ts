import { randomUUID } from 'node:crypto';
import { sayText } from '../bot/answer.ts';
import { type Dialog, dialog, nothing, openForm, refuse } from '../bot/dialog.ts';
import { knownChannels } from '../people/channels.ts';
import { channelChoices } from './channel-choices.ts';
import { openFormCard } from './form-cards.ts';
import { challenges } from './model.ts';
import { openChallenge } from './open-challenge.ts';
import { dateProblems, openInputs } from './open-inputs.ts';
import type { ChallengeParts } from './parts.ts';
import { listChallenges, showChallenge } from './show.ts';

/** The form by which the innovation team opens a challenge. */
export function openDialog(parts: ChallengeParts): Dialog {
  const { store, directory, relay, localDate } = parts;
  return dialog({
    name: 'challenge.open',
    about: nothing,
    inputs: openInputs,
    context: async ({ actor, words }) =>
      channelChoices(words, await knownChannels(store, directory, actor.tenantId)),
    async open({ actor, words, now }) {
      const channels = await knownChannels(store, directory, actor.tenantId);
      if (channels.length === 0) return sayText(words.say('challenges.form.channels.none'));
      return openForm({}, { opensOn: localDate(now) });
    },
    draw: ({ words }, state, channels) => openFormCard(words, state, channels),
    async submit(turn, _about, inputs, formId) {
      const { actor, words, now } = turn;
      const problems = dateProblems(words, inputs, now, parts, false);
      if (problems) return { kind: 'problems', problems };
      const known = await knownChannels(store, directory, actor.tenantId);
      const channels = known.filter(({ id }) => inputs.channels.includes(id));
      if (channels.length < inputs.channels.length)
        return refuse('channels', words.say('challenges.form.channelGone'));
      const outcome = await openChallenge(store, parts, { formId, actor, inputs, channels, now });
      if (outcome.kind === 'sentBefore')
        return refuse('form', words.say('challenges.form.sentBefore'), { formId: randomUUID() });
      relay(challenges, actor.tenantId, outcome.known.id);
      return showChallenge(parts, turn, outcome.known);
    },
    cancel: (turn) => listChallenges(parts, turn, { list: 'open', after: '' }),
  });
}
