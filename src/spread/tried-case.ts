import type { TriedElsewhere } from '../reading/tried-elsewhere.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { replications, sourceKeyOf } from './model.ts';
import { stateOf } from './spread-words.ts';

const mostRead = 200;

/** Where a case study is or was tried here, the first trial first. */
export const triedElsewhere =
  (store: DocumentStore): TriedElsewhere =>
  async (tenantId, id) => {
    const { documents } = await store.query(replications, tenantId, {
      where: { sourceKey: sourceKeyOf({ kind: 'case', id }) },
      orderBy: { field: 'movedAt', direction: 'ascending' },
      limit: mostRead,
    });
    return documents.map(({ body }) => ({ service: body.service, state: stateOf(body) }));
  };
