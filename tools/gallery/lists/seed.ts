import type { By } from '../../../src/people/by.ts';
import { people, personPartition } from '../../../src/people/model.ts';
import { changeDocument } from '../../../src/store/change-document.ts';
import type { DocumentStore } from '../../../src/store/document-store.ts';
import { seedComments, seedReading } from './seed-reading.ts';
import { seedRest, seedTrials } from './seed-rest.ts';
import { seedBarriers, seedSubmissions } from './seed-submissions.ts';

/** What is made of sample entries: how many of each kind, when, and for whom. */
export interface Seeds {
  readonly all: number;
  readonly now: Date;
  /** Decides. */
  readonly tess: By;
  /** Shares and tries. */
  readonly ann: By;
  /** They have some of what waits; the first is away, the second is in no team any more. */
  readonly colleagues: readonly By[];
  /** The reference of an idea that has so many comments, and is tried in so many services. */
  readonly discussed: string;
  /** The reply code of one without a name. */
  readonly code: string;
}

/** Fills a tenant with so many entries of every kind. */
export async function seedEntries(store: DocumentStore, tenantId: string, seeds: Seeds): Promise<void> {
  await seedSubmissions(store, tenantId, seeds);
  await seedReading(store, tenantId, seeds);
  await seedRest(store, tenantId, seeds);
}

/** Fills another with so many barriers, and with one thing of which much is said. */
export async function seedWork(store: DocumentStore, tenantId: string, seeds: Seeds): Promise<void> {
  await seedBarriers(store, tenantId, seeds);
  await seedComments(store, tenantId, seeds);
  await seedTrials(store, tenantId, seeds);
}

/** Says that somebody who has used the bot is away. */
export async function seedAway(store: DocumentStore, tenantId: string, { personId }: By): Promise<void> {
  await changeDocument(store, people, personPartition(tenantId, personId), personId, (person) => ({
    ...person,
    awayUntil: '2027-03-12',
  }));
}
