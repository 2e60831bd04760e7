import { z } from 'zod';
import { cardAction } from '../bot/card-action.ts';
import { byOf, follow, stopFollowing } from '../engagement/marks.ts';
import type { Feature } from '../feature.ts';
import { lastService } from '../ideas/last-service.ts';
import { askJob } from './ask-job.ts';
import { editDialog } from './edit-dialog.ts';
import { endDialog } from './end-dialog.ts';
import { registerFiles } from './export-register.ts';
import { changeReplication, replicationById } from './find.ts';
import { putOff, refuseLead } from './life.ts';
import { listMine, listTried } from './lists.ts';
import { isLead } from './manage.ts';
import { newsDeliveries, newsListeners } from './news.ts';
import type { SpreadParts } from './parts.ts';
import { register } from './register.ts';
import { replicationSchema } from './replication-form.ts';
import { reportDialog } from './report-dialog.ts';
import { replicationSubject, showReplication } from './show.ts';
import { casePlaceSchema, ideaPlaceSchema } from './source.ts';
import { startDialog } from './start-dialog.ts';
import { ideaListeners } from './tell-idea.ts';

/** What is adopted in one service, or told of in a case study, and tried in another. */
export function spreadFeature(parts: SpreadParts): Feature {
  const { store, localDate } = parts;
  const registered = register(parts);
  return {
    commands: [{ name: 'my trials', run: (turn) => listMine(store, turn, '') }, registered.command],
    dialogs: [
      startDialog({ ...parts, lastService: lastService(store) }),
      reportDialog(parts),
      editDialog(parts),
      endDialog(parts),
      registered.dialog,
    ],
    actions: [
      ...registered.actions,
      cardAction({
        name: 'spread.idea',
        about: ideaPlaceSchema,
        run: (turn, { after, ...ids }) => listTried(store, turn, ids, after),
      }),
      cardAction({
        name: 'spread.case',
        about: casePlaceSchema,
        run: (turn, { after, ...ids }) => listTried(store, turn, ids, after),
      }),
      cardAction({
        name: 'spread.mine',
        about: z.strictObject({ after: z.string().max(2000).default('') }),
        run: (turn, { after }) => listMine(store, turn, after),
      }),
      cardAction({
        name: 'spread.open',
        about: replicationSchema,
        run: async (turn, { replication }) =>
          showReplication(parts, turn, await replicationById(store, turn.actor.tenantId, replication)),
      }),
      cardAction({
        name: 'spread.follow',
        about: replicationSchema,
        async run(turn, { replication }) {
          const { actor, now } = turn;
          const known = await replicationById(store, actor.tenantId, replication);
          if (known?.body.state !== 'running' || isLead(known.body, turn))
            return showReplication(parts, turn, known);
          await follow(store, replicationSubject(actor.tenantId, replication), actor, now);
          return showReplication(parts, turn, known, 'following');
        },
      }),
      cardAction({
        name: 'spread.stopFollowing',
        about: replicationSchema,
        async run(turn, { replication }) {
          const { actor } = turn;
          await stopFollowing(store, replicationSubject(actor.tenantId, replication), actor);
          return showReplication(parts, turn, await replicationById(store, actor.tenantId, replication));
        },
      }),
      cardAction({
        name: 'spread.putOff',
        about: replicationSchema,
        async run(turn, { replication }) {
          const { actor, now } = turn;
          const known = await changeReplication(parts, actor.tenantId, replication, (current) =>
            isLead(current.body, turn) ? putOff(current, localDate(now)) : undefined,
          );
          const isPutOff = known?.body.state === 'running' && isLead(known.body, turn);
          return showReplication(parts, turn, known, isPutOff ? 'putOff' : undefined);
        },
      }),
      cardAction({
        name: 'spread.refuse',
        about: replicationSchema,
        async run(turn, { replication }) {
          const { actor, now } = turn;
          const known = await changeReplication(parts, actor.tenantId, replication, (current) =>
            refuseLead(current, byOf(actor), now),
          );
          const isRefused = known?.body.refusedBy?.personId === actor.personId && !isLead(known.body, turn);
          return showReplication(parts, turn, known, isRefused ? 'refused' : undefined);
        },
      }),
    ],
    files: registerFiles(store),
    listeners: [...ideaListeners(parts), ...newsListeners(parts)],
    deliveryCards: newsDeliveries(parts),
    jobs: [askJob(parts)],
  };
}
