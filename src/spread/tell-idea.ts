import type { Submission } from '../ideas/model.ts';
import { submissions } from '../ideas/model.ts';
import { changeSubmission, stepEvent, submissionOf, withStep } from '../ideas/steps.ts';
import type { Listener } from '../outbox/listener.ts';
import { everyDocument } from '../store/every-document.ts';
import { changeReplication, replicationById } from './find.ts';
import { spreadEvent } from './life.ts';
import { type Replication, replications, sourceKeyOf } from './model.ts';
import type { SpreadParts } from './parts.ts';

type TellParts = Pick<SpreadParts, 'store' | 'relay'>;

/**
 * Writes into the history of an idea that it is tried elsewhere and how that went. By that step its author is told as
 * of every other, its card in the triage channel is drawn anew and its page tells where it is tried.
 */
export function ideaListeners(parts: TellParts): readonly Listener[] {
  const { store, relay } = parts;
  const onStep = (step: 'started' | 'reported' | 'endedEarly'): Listener => ({
    event: spreadEvent(step),
    async *plan({ partition: tenantId, documentId }, reads) {
      yield [];
      const body = (await replicationById(reads, tenantId, documentId))?.body;
      if (body?.source.kind !== 'idea') return;
      const reference = body.source.id;
      const told = await changeSubmission(store, tenantId, reference, (idea) =>
        step === 'started' ? withStart(idea, documentId, body) : withResult(idea, documentId, body),
      );
      if (told?.eventsPending) relay(submissions, tenantId, reference);
    },
  });
  // Words that were removed from an idea go from the records of where it is tried, too.
  const onRedacted: Listener = {
    event: stepEvent('redacted'),
    async *plan({ partition: tenantId, documentId: reference }, reads) {
      yield [];
      const title = (await submissionOf(reads, tenantId, reference))?.title;
      const sourceKey = sourceKeyOf({ kind: 'idea', id: reference });
      if (title === undefined) return;
      for await (const { id } of everyDocument(store, replications, tenantId, {
        where: { sourceKey },
        limit: 100,
      }))
        await changeReplication(parts, tenantId, id, ({ body }) =>
          body.source.title === title ? undefined : { ...body, source: { ...body.source, title } },
        );
    },
  };
  return [onStep('started'), onStep('reported'), onStep('endedEarly'), onRedacted];
}

function withStart(idea: Submission, replication: string, body: Replication): Submission | undefined {
  const { startedBy: by, service, lead } = body;
  if (idea.history.some((entry) => entry.what === 'spread' && entry.replication === replication))
    return undefined;
  return withStep(idea, { what: 'spread', by, replication, service, lead }, new Date(body.createdAt));
}

function withResult(idea: Submission, replication: string, body: Replication): Submission | undefined {
  const { service, result, endedEarly } = body;
  const over = result ?? endedEarly;
  if (!over) return undefined;
  const last = idea.history.findLast(
    (entry) => entry.what === 'spreadResult' && entry.replication === replication,
  );
  if (last?.at === over.at) return undefined;
  const told = result
    ? {
        outcome: result.outcome,
        learnt: result.learnt,
        ...(result.benefits && { benefits: result.benefits }),
      }
    : { learnt: endedEarly?.reason ?? '' };
  const step = { what: 'spreadResult', by: over.by, replication, service, ...told } as const;
  return withStep(idea, step, new Date(over.at));
}
