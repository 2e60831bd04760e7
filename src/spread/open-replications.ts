import { isOpenToAll } from '../ideas/open-ideas.ts';
import { submissionOf } from '../ideas/steps.ts';
import { caseById } from '../reading/cases.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Theme, Topic } from '../subjects/codes.ts';
import { type KnownReplication, replications } from './model.ts';

/** A replication of something that everybody may see, with the subjects of that. */
export interface OpenReplication {
  readonly known: KnownReplication;
  readonly theme?: Theme | undefined;
  readonly topics: readonly Topic[];
}

/** Those of these ids that may be told to everybody; what was ended before there was a result is not told. */
export async function openReplications(
  store: DocumentStore,
  tenantId: string,
  ids: readonly string[],
): Promise<readonly OpenReplication[]> {
  const found = await Promise.all(ids.map((id) => store.get(replications, tenantId, id)));
  return openOnes(
    store,
    tenantId,
    found.flatMap((known) => (known ? [known] : [])),
  );
}

/** The latest of which there was news, as far as they may be told to everybody. */
export async function lastMoved(
  store: DocumentStore,
  tenantId: string,
  limit: number,
): Promise<readonly OpenReplication[]> {
  const { documents } = await store.query(replications, tenantId, {
    where: { state: { in: ['running', 'finished'] } },
    orderBy: { field: 'movedAt', direction: 'descending' },
    limit,
  });
  return openOnes(store, tenantId, documents);
}

async function openOnes(store: DocumentStore, tenantId: string, all: readonly KnownReplication[]) {
  const open = await Promise.all(
    all
      .filter(({ body }) => body.state !== 'ended')
      .map(async (known): Promise<OpenReplication[]> => {
        const { kind, id } = known.body.source;
        if (kind === 'case') {
          const study = await caseById(store, tenantId, id);
          return study ? [{ known, theme: study.theme, topics: study.topics }] : [];
        }
        const idea = await submissionOf(store, tenantId, id);
        return idea && isOpenToAll(idea) ? [{ known, theme: idea.theme, topics: idea.topics }] : [];
      }),
  );
  return open.flat();
}
