import { auditFeature } from './audit/bot.ts';
import type { Roster, TeamMembers } from './bot/roster.ts';
import type { TeamDirectory } from './bot/team-directory.ts';
import type { Turn } from './bot/turn.ts';
import { challengesFeature } from './challenges/bot.ts';
import { challengeOf, challengesToChoose } from './challenges/find.ts';
import type { Config } from './config.ts';
import { digestsFeature } from './digests/bot.ts';
import type { GatheredCounts } from './digests/counts/gathered-counts.ts';
import { digestReportFeature } from './digests/report/feature.ts';
import { morningFeature } from './engagement/bot.ts';
import { exchangeFeature } from './exchange/bot.ts';
import type { Feature } from './feature.ts';
import { feedbackFeature } from './feedback/bot.ts';
import { ideasFeature } from './ideas/bot.ts';
import type { Drafts } from './ideas/drafts.ts';
import type { dueDatesBy } from './ideas/due-dates.ts';
import type { Evidence } from './ideas/evidence/evidence.ts';
import { fromWork } from './ideas/from-work.ts';
import { kindsFeature } from './ideas/kinds-feature.ts';
import { projectsFeature } from './ideas/projects-feature.ts';
import type { Outbox } from './outbox/start-outbox.ts';
import { triagers } from './people/triagers.ts';
import { readingFeature } from './reading/bot.ts';
import { recognitionFeature } from './recognition/bot.ts';
import { spreadFeature } from './spread/bot.ts';
import { fromAllWork } from './spread/from-replication.ts';
import { lostReplicationLeads } from './spread/lost-leads.ts';
import { spreadFigures } from './spread/numbers.ts';
import { triedElsewhere } from './spread/tried-case.ts';
import type { DocumentStore } from './store/document-store.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import type { Clock } from './time/clock.ts';
import type { WorkingCalendar } from './time/working-calendar.ts';
import { triageFeature } from './triage/bot.ts';
import { welcomeFeature } from './welcome/bot.ts';
import type { Words } from './words/words.ts';

/** What the features stand on besides a store. */
export interface FeatureParts {
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly config: Config;
  readonly words: Words;
  readonly calendar: WorkingCalendar;
  /** The local day of an instant, as `2026-03-03`. */
  readonly localDate: (instant: Date) => string;
  readonly dueDates: ReturnType<typeof dueDatesBy>;
  readonly relay: Outbox['relay'];
  readonly roster: Pick<Roster, 'members'>;
  readonly members: TeamMembers;
  readonly directory: TeamDirectory;
  readonly isInnovationTeam: (turn: Turn) => Promise<boolean>;
  /** Whether who acts decides on ideas of a service area. */
  readonly decidesOn: (turn: Turn, service: string | undefined) => Promise<boolean>;
  readonly alike: Evidence;
  readonly drafts: Drafts;
  readonly counts: GatheredCounts;
}

/** Makes all that the service does, on the store that is given. */
export function allFeatures(parts: FeatureParts): (store: DocumentStore) => readonly Feature[] {
  const { config, alike, counts, decidesOn } = parts;
  const { publicAddress, mail, council } = config;
  const linkCounting = publicAddress && config.countLinks ? { publicAddress, counts } : undefined;
  const byMail = mail && publicAddress ? { publicAddress, ownDomains: mail.ownDomains } : undefined;
  const approval =
    config.digestApproval === 'off'
      ? undefined
      : { ...parts, unapproved: config.digestApproval, mayApproveOwn: config.mayDecideOwn };

  return (store) => {
    // What each takes of it, its own parts tell; what follows is for one feature alone.
    const shared = { ...config, ...parts, store };
    return [
      readingFeature({
        ...shared,
        fromWork: fromAllWork(fromWork({ store, council, decidesOn }), { store, decidesOn }),
        triedElsewhere: triedElsewhere(store),
      }),
      morningFeature(shared),
      ideasFeature({ ...shared, ...alike, challengeOf: challengeOf(store) }),
      kindsFeature(shared),
      projectsFeature(shared),
      triageFeature({
        ...shared,
        findAlike: alike.findAlike,
        challengesToChoose: (...asked) => challengesToChoose(store, ...asked),
        findTriager: triagers(store, parts.members, config.innovationTeam),
        spreadFigures: spreadFigures(store),
        lostReplicationLeads: lostReplicationLeads(store),
      }),
      auditFeature(shared),
      challengesFeature(shared),
      exchangeFeature(shared),
      spreadFeature(shared),
      feedbackFeature(shared),
      digestsFeature({ ...shared, byMail, linkCounting, approval }),
      digestReportFeature({
        ...shared,
        perSecond: config.pace.perTenantEachSecond,
        countsLinks: config.countLinks,
        mailed: byMail !== undefined,
      }),
      recognitionFeature(shared),
      welcomeFeature({ ...shared, mailAddress: mail?.address }),
    ];
  };
}
