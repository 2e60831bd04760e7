import { isUndecided } from '../../ideas/lifecycle.ts';
import { submissions } from '../../ideas/model.ts';
import { changeSubmission, stepEvent, submissionOf } from '../../ideas/steps.ts';
import type { Listener, Reads } from '../../outbox/listener.ts';
import { triagePlaceFor } from '../../people/triage-place.ts';
import { absentAmong } from '../absent/absence.ts';
import { assign, ownersOf } from '../assign.ts';
import type { TriageParts } from '../work-on.ts';

/** Steps by which an idea comes to a route. */
const arrivals = ['submitted', 'edited', 'corrected'] as const;

/** Gives an idea that comes to a route to the owners chosen for it, unless somebody has it already. */
export const givingListeners = (parts: TriageParts): readonly Listener[] =>
  arrivals.map((step) => ({
    event: stepEvent(step),
    async *plan({ partition, documentId }, reads) {
      yield [];
      await giveToRoute(parts, reads, partition, documentId);
    },
  }));

async function giveToRoute(
  parts: TriageParts,
  reads: Reads,
  tenantId: string,
  reference: string,
): Promise<void> {
  const { store, relay, clock } = parts;
  const before = await submissionOf(reads, tenantId, reference);
  const place = before && (await triagePlaceFor(reads, tenantId, before.service));
  const { owners: chosen = [], ownersBy } = place ?? {};
  if (!before || !ownersBy || ownersOf(before).length > 0) return;
  // Nobody decides on their own idea.
  const able = chosen.filter(({ personId }) => personId !== before.author?.personId);
  const absent = await absentAmong(parts, tenantId, able);
  const reasonOf = (personId: string) =>
    absent.find(({ person }) => person.personId === personId)?.absence.kind;
  const belonging = able.filter(({ personId }) => reasonOf(personId) !== 'left');
  const there = belonging.filter(({ personId }) => reasonOf(personId) === undefined);
  const owners = there.length > 0 ? there : belonging;
  const given = await changeSubmission(store, tenantId, reference, (current) =>
    ownersOf(current).length > 0 || !isUndecided(current.state) || current.service !== before.service
      ? undefined
      : assign(current, ownersBy, owners, clock.now(), { byRoute: true }),
  );
  if (given?.eventsPending) relay(submissions, tenantId, reference);
}
