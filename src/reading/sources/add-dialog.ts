import { z } from 'zod';
import { sayText, showCard } from '../../bot/answer.ts';
import { type Dialog, dialog, nothing, openForm, refuse } from '../../bot/dialog.ts';
import type { Turn } from '../../bot/turn.ts';
import { typedLine } from '../../bot/typed-text.ts';
import { feeds } from '../model.ts';
import { readingId } from '../reading-id.ts';
import { typedAddress } from '../typed-address.ts';
import { addSourceCard, trialCard } from './source-cards.ts';
import type { SourcesParts } from './source-parts.ts';
import { followedSources, isFollowed } from './sources.ts';
import { suggestedSources } from './suggested.ts';
import { lookAtTrial, startTrial } from './trial.ts';

const longestAddress = 500;

const noneSuggested = 'none';

/** The form that takes the address of a source and shows what would come of it. */
export function addSourceDialog(parts: SourcesParts): Dialog {
  return dialog({
    name: 'source.add',
    about: nothing,
    inputs: (words) =>
      z.strictObject({
        address: typedLine({ max: longestAddress, tooLong: words.say('sources.add.wrong') }),
        suggested: z
          .enum(
            [noneSuggested, ...suggestedSources.map(({ address }) => address)],
            words.say('sources.add.missing'),
          )
          .default(noneSuggested),
      }),
    context: ({ actor }) => unfollowed(parts, actor.tenantId),
    open: async () => openForm({}, { suggested: noneSuggested }),
    draw: ({ words }, state, suggested) => addSourceCard(words, state, suggested ?? []),
    async submit(turn, _, { address: typed, suggested }, formId) {
      const chosen = suggested === noneSuggested ? '' : suggested;
      const address = typed === '' ? chosen : typedAddress(typed);
      if (address === '') return refuse('address', turn.words.say('sources.add.missing'));
      if (!address) return refuse('address', turn.words.say('sources.add.wrong'));
      return showTrial(parts, turn, await startTrial(parts, turn.actor.tenantId, { address, formId }));
    },
    cancel: async ({ words }) => sayText(words.say('sources.add.cancelled')),
  });
}

/** Shows how a trial stands. */
export async function showTrial(parts: SourcesParts, { actor, words }: Turn, id: string) {
  const trial = await lookAtTrial(parts, actor.tenantId, id);
  if (!trial) return sayText(words.say('sources.trial.gone'));
  const feed = trial.outcome.kind === 'read' ? trial.outcome.feed : trial.address;
  const stored = (await parts.store.get(feeds, actor.tenantId, readingId(feed)))?.body;
  return showCard(trialCard(words, id, trial, stored !== undefined && isFollowed(parts, stored)));
}

async function unfollowed(parts: SourcesParts, tenant: string) {
  const followed = new Set((await followedSources(parts, tenant)).map(({ body }) => body.address));
  return suggestedSources.filter(({ address }) => !followed.has(address));
}
