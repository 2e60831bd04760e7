import type { Turn } from '../bot/turn.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { everyDocument } from '../store/every-document.ts';
import type { SpreadFigures } from '../triage/numbers/model.ts';
import { replications } from './model.ts';

const pageSize = 200;

/** How much is tried elsewhere and what that has brought, in the service areas that the actor reaches. */
export const spreadFigures =
  (store: DocumentStore) =>
  async ({ actor, reach }: Turn): Promise<SpreadFigures> => {
    const figures = { started: 0, finished: 0, works: 0, pounds: 0 };
    const all = everyDocument(store, replications, actor.tenantId, {
      orderBy: { field: 'movedAt', direction: 'ascending' },
      limit: pageSize,
    });
    for await (const { body } of all) {
      if (reach && !reach.includes(body.service)) continue;
      figures.started += 1;
      if (!body.result) continue;
      figures.finished += 1;
      if (body.result.outcome === 'works') figures.works += 1;
      figures.pounds += body.result.benefits?.cashable ?? 0;
    }
    return figures;
  };
