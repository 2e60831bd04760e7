import { controlRecords } from './audit/model.ts';
import { challenges } from './challenges/model.ts';
import { addressChecks } from './digests/address-check.ts';
import { editionDrafts } from './digests/approval/model.ts';
import { tallies } from './digests/counts/tally.ts';
import { editions, subscriptions } from './digests/model.ts';
import { postings } from './digests/posting.ts';
import { linkKeys } from './digests/signed.ts';
import { engagement, recounts } from './engagement/model.ts';
import { morningNews } from './engagement/morning-news.ts';
import { importChunks, imports } from './exchange/import-model.ts';
import { feedback } from './feedback/model.ts';
import { wrongCodes } from './ideas/code-tries.ts';
import { drafts } from './ideas/draft-model.ts';
import { searchChanges } from './ideas/evidence/changed.ts';
import { submissions } from './ideas/model.ts';
import { mailTaken } from './mail/taken.ts';
import { deliveries } from './outbox/delivery.ts';
import { doorbells } from './outbox/doorbell.ts';
import type { Eventful } from './outbox/event.ts';
import { leases } from './outbox/lease-table.ts';
import { sendMarks } from './outbox/send-mark.ts';
import { people, places, triagePlaces } from './people/model.ts';
import { discussions } from './reading/discussion.ts';
import { articles, cases, feeds } from './reading/model.ts';
import { feedTrials } from './reading/sources/trial-model.ts';
import { proposals } from './reading/write/proposal.ts';
import { replications } from './spread/model.ts';
import type { Collection } from './store/collection.ts';
import { figures } from './triage/numbers/model.ts';

/** Everything that is stored: both stores, the provisioning and the infrastructure are made from this table. */
export const collections: readonly Collection<object>[] = [
  submissions,
  wrongCodes,
  drafts,
  searchChanges,
  challenges,
  controlRecords,
  replications,
  engagement,
  recounts,
  morningNews,
  people,
  places,
  triagePlaces,
  deliveries,
  sendMarks,
  leases,
  doorbells,
  articles,
  cases,
  feeds,
  feedTrials,
  proposals,
  discussions,
  subscriptions,
  editions,
  editionDrafts,
  postings,
  tallies,
  addressChecks,
  linkKeys,
  feedback,
  figures,
  imports,
  importChunks,
  mailTaken,
];

/** Those whose documents raise events, in a partition for each tenant. */
export const eventful: readonly Collection<Eventful>[] = [
  submissions,
  places,
  triagePlaces,
  feeds,
  proposals,
  discussions,
  morningNews,
  editions,
  editionDrafts,
  addressChecks,
  feedback,
  imports,
  challenges,
  controlRecords,
  replications,
];
