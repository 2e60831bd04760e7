import { afterAll, beforeAll, describe } from '@jest/globals';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { conditionsContract } from './contract/conditions.ts';
import { documentsContract } from './contract/documents.ts';
import { expiryContract } from './contract/expiry.ts';
import { oddTextContract } from './contract/odd-text.ts';
import { pagesContract } from './contract/pages.ts';
import { scansContract } from './contract/scans.ts';
import { schemasContract } from './contract/schemas.ts';
import type { ManualClock } from './manual-clock.ts';

/** The store under test and the clock it reads. */
export interface Subject {
  readonly store: DocumentStore;
  readonly clock: ManualClock;
}

/** What every engine must do, whatever it is made of. `open` gives a store in which `samples` may be written. */
export function documentStoreContract(name: string, open: () => Promise<Subject>): void {
  describe(name, () => {
    let subject: Subject;
    const current = () => subject;

    beforeAll(async () => {
      subject = await open();
    });

    afterAll(() => subject.store.close());

    describe('single documents', () => documentsContract(current));
    describe('odd ids and texts', () => oddTextContract(current));
    describe('conditions', () => conditionsContract(current));
    describe('pages', () => pagesContract(current));
    describe('scans', () => scansContract(current));
    describe('expiry', () => expiryContract(current));
    describe('schemas', () => schemasContract(current));
  });
}
