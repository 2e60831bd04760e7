import { type Roster, RosterUnavailable } from '../../bot/roster.ts';
import type { Turn } from '../../bot/turn.ts';
import { openStates } from '../../ideas/lifecycle.ts';
import { submissions } from '../../ideas/model.ts';
import type { By } from '../../people/by.ts';
import { triagePlacesOf } from '../../people/triage-place.ts';
import type { DocumentStore } from '../../store/document-store.ts';

const mostLookedAt = 500;
const mostTeams = 10;
const mostChoices = 120;

/** Those who have open submissions now, by name. */
export async function ownersNow(store: DocumentStore, tenantId: string): Promise<readonly By[]> {
  const { documents } = await store.query(submissions, tenantId, {
    where: { state: { in: openStates } },
    orderBy: { field: 'createdAt', direction: 'ascending' },
    limit: mostLookedAt,
  });
  return byName(documents.flatMap(({ body }) => body.owner ?? []));
}

/**
 * Who can be given submissions: the one who gives, the members of the teams that decide where they do, and those who have some.
 * Without the members when Teams does not name them.
 */
export async function triagers(
  { store, roster }: { readonly store: DocumentStore; readonly roster: Pick<Roster, 'members'> },
  { actor, reach }: Turn,
): Promise<readonly By[]> {
  const places = (await triagePlacesOf(store, actor.tenantId)).filter(
    ({ service }) => reach === undefined || (service !== undefined && reach.includes(service)),
  );
  const [owners, ...members] = await Promise.all([
    reach ? [] : ownersNow(store, actor.tenantId),
    ...places.slice(0, mostTeams).map((place) => membersOr(roster, place)),
  ]);
  return byName([{ personId: actor.personId, name: actor.name }, ...members.flat(), ...owners]).slice(
    0,
    mostChoices,
  );
}

async function membersOr(roster: Pick<Roster, 'members'>, team: Parameters<Roster['members']>[0]) {
  try {
    return await roster.members(team);
  } catch (error) {
    if (error instanceof RosterUnavailable) return [];
    throw error;
  }
}

function byName(people: readonly By[]): readonly By[] {
  const known = new Map(people.map((person) => [person.personId, person]));
  return [...known.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
