import { z } from 'zod';
import { type Answer, sayText, showCard } from '../../bot/answer.ts';
import { type CardAction, cardAction } from '../../bot/card-action.ts';
import type { Turn } from '../../bot/turn.ts';
import type { ActionName } from '../../bot/verbs.ts';
import type { Feature } from '../../feature.ts';
import { doneBy } from '../done-by.ts';
import { pollFeed, pollFeeds } from '../feeds/poll-feeds.ts';
import type { FeedState } from '../model.ts';
import { waitAMoment } from '../wait-a-moment.ts';
import { addSourceDialog, showTrial } from './add-dialog.ts';
import { failingDelivery, failingListener } from './failing-note.ts';
import { intervalDialog } from './interval-dialog.ts';
import { showSource, sourceSchema } from './show-source.ts';
import { removeSourceCard, sourcesCard } from './source-cards.ts';
import type { SourcesParts } from './source-parts.ts';
import {
  addSource,
  followedSources,
  pauseSource,
  removeSource,
  resumeSource,
  sourceById,
  sourceName,
} from './sources.ts';
import { lookAtTrial } from './trial.ts';

const idSchema = z.string().regex(/^[\w-]{22}$/u);
const pageSchema = z.strictObject({ after: z.string().max(10).default('') });
const trialSchema = z.strictObject({ trial: idSchema });

/** The sources that articles come from: the innovation team adds, pauses and removes them and sees how they do. */
export function sourcesFeature(parts: SourcesParts): Feature {
  return {
    commands: [{ name: 'sources', run: (turn) => listSources(parts, turn, '') }],
    dialogs: [addSourceDialog(parts), intervalDialog(parts)],
    actions: [
      cardAction({
        name: 'sources.list',
        about: pageSchema,
        run: (turn, { after }) => listSources(parts, turn, after),
      }),
      cardAction({
        name: 'sources.trial',
        about: trialSchema,
        run: (turn, { trial }) => showTrial(parts, turn, trial),
      }),
      cardAction({
        name: 'sources.add',
        about: trialSchema,
        run: (turn, { trial }) => add(parts, turn, trial),
      }),
      cardAction({
        name: 'sources.remove',
        about: sourceSchema.extend({ sure: z.literal('yes').optional() }),
        run: (turn, { source, sure }) => remove(parts, turn, source, sure === 'yes'),
      }),
      onSource(parts, 'sources.open', ({ actor }, id) => sourceById(parts, actor.tenantId, id)),
      onSource(parts, 'sources.read', (turn, id) => readNow(parts, turn, id)),
      onSource(parts, 'sources.pause', (turn, id) =>
        pauseSource(parts, turn.actor.tenantId, id, doneBy(turn)),
      ),
      onSource(parts, 'sources.resume', ({ actor, now }, id) => resumeSource(parts, actor.tenantId, id, now)),
    ],
    listeners: [failingListener(parts.store)],
    deliveryCards: [failingDelivery(parts.store, parts.words)],
    jobs: [pollFeeds(parts)],
  };
}

/** A button that leads to the card of its source. */
const onSource = (
  parts: SourcesParts,
  name: ActionName,
  act: (turn: Turn, id: string) => Promise<FeedState | undefined>,
): CardAction =>
  cardAction({
    name,
    about: sourceSchema,
    run: async (turn, { source }) => showSource(parts, turn, source, await act(turn, source)),
  });

async function listSources(parts: SourcesParts, { actor, words, now }: Turn, after: string): Promise<Answer> {
  const start = /^\d{1,3}$/u.test(after) ? Number(after) : 0;
  return showCard(sourcesCard(words, await followedSources(parts, actor.tenantId), start, now));
}

async function add(parts: SourcesParts, turn: Turn, trialId: string): Promise<Answer> {
  const { actor } = turn;
  const trial = await lookAtTrial(parts, actor.tenantId, trialId);
  if (trial?.outcome.kind !== 'read') return showTrial(parts, turn, trialId);
  const { feed, name } = trial.outcome;
  const id = await addSource(parts, actor.tenantId, { feed, name, done: doneBy(turn) });
  await waitAMoment(pollFeed(parts, actor.tenantId, feed, neverStopped));
  return showSource(parts, turn, id, await sourceById(parts, actor.tenantId, id));
}

async function remove(parts: SourcesParts, turn: Turn, id: string, sure: boolean): Promise<Answer> {
  const { actor, words } = turn;
  const source = await sourceById(parts, actor.tenantId, id);
  if (!source || parts.feeds.includes(source.address)) return showSource(parts, turn, id, source);
  if (!sure) return showCard(removeSourceCard(words, id, source));
  await removeSource(parts, actor.tenantId, id);
  return sayText(words.say('sources.removed', { name: sourceName(source) }));
}

async function readNow(parts: SourcesParts, { actor }: Turn, id: string): Promise<FeedState | undefined> {
  const source = await sourceById(parts, actor.tenantId, id);
  if (source) await waitAMoment(pollFeed(parts, actor.tenantId, source.address, neverStopped, 'now'));
  return sourceById(parts, actor.tenantId, id);
}

const neverStopped = new AbortController().signal;
