import { z } from 'zod';
import { sayText } from '../../bot/answer.ts';
import { type CardAction, cardAction } from '../../bot/card-action.ts';
import type { Feature } from '../../feature.ts';
import type { Outbox } from '../../outbox/start-outbox.ts';
import type { Clock } from '../../time/clock.ts';
import type { WorkingCalendar } from '../../time/working-calendar.ts';
import { amongTriagers } from '../../triage/queue/queue-feature.ts';
import type { Words } from '../../words/words.ts';
import { correctDialog } from '../correct/correct-dialog.ts';
import type { GatheredCounts } from '../counts/gathered-counts.ts';
import { editionReactions } from '../counts/reactions.ts';
import { editions } from '../model.ts';
import { decideDoubt } from './decide-doubt.ts';
import { tellOfFailing } from './failing-job.ts';
import { failingDelivery, failingListener } from './failing-note.ts';
import { type ReportParts, showReport, showReports } from './show-report.ts';

export interface DigestReportParts extends ReportParts {
  /** Whether editions come by e-mail too. */
  readonly mailed: boolean;
  readonly clock: Clock;
  readonly words: Words;
  readonly tenants: readonly string[];
  readonly calendar: Pick<WorkingCalendar, 'isWorkingTime'>;
  readonly relay: Outbox['relay'];
  readonly counts: GatheredCounts;
}

const editionSchema = z.strictObject({ edition: z.string().min(1).max(100) });

/** What became of the digests, for the innovation team: how they were delivered and what readers made of them. */
export const digestReportFeature = (parts: DigestReportParts): Feature => ({
  commands: [
    {
      name: 'digest report',
      run: (turn) => amongTriagers(parts, turn, () => showReports(parts, turn, '')),
    },
  ],
  actions: [
    cardAction({
      name: 'digests.reports',
      about: z.strictObject({ after: z.string().max(2000).default('') }),
      run: (turn, { after }) => showReports(parts, turn, after),
    }),
    cardAction({
      name: 'digests.report',
      about: editionSchema,
      run: (turn, { edition }) => showReport(parts, turn, edition),
    }),
    doubtAction(parts, 'sendAgain'),
    doubtAction(parts, 'drop'),
  ],
  dialogs: [correctDialog(parts, (turn, edition, said) => showReport(parts, turn, edition, said))],
  listeners: [failingListener(parts.store)],
  deliveryCards: [failingDelivery(parts.store, parts.words)],
  jobs: [tellOfFailing(parts)],
  reactions: [editionReactions(parts)],
});

/** Whoever presses second finds nothing in doubt any more, and is told so. */
const doubtAction = (parts: DigestReportParts, what: 'sendAgain' | 'drop'): CardAction =>
  cardAction({
    name: `digests.${what}`,
    about: editionSchema,
    async run(turn, { edition: id }) {
      const { actor, words } = turn;
      const edition = await parts.store.get(editions, actor.tenantId, id);
      if (!edition) return sayText(words.say('digests.report.gone'));
      const n = await decideDoubt(parts, actor.tenantId, edition, what);
      const said = words.say(n === 0 ? 'digests.report.meanwhile' : `digests.report.done.${what}`, { n });
      return showReport(parts, turn, id, said);
    },
  });
