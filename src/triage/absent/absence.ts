import { RosterUnavailable } from '../../bot/roster.ts';
import { sayDate } from '../../ideas/plan-words.ts';
import type { By } from '../../people/by.ts';
import { profileOf } from '../../people/profiles.ts';
import { triagePlacesOf } from '../../people/triage-place.ts';
import type { Words } from '../../words/words.ts';
import type { TriageParts } from '../work-on.ts';

/** Why somebody who has ideas does nothing about them now. */
export type Absence =
  /** By their own word, until a local date. */
  | { readonly kind: 'away'; readonly until: string }
  /** In no team that decides any more; or Teams has refused to reach them. */
  | { readonly kind: 'left' | 'unreachable' };

export interface Absent {
  readonly person: By;
  readonly absence: Absence;
}

type AbsenceParts = Pick<
  TriageParts,
  'store' | 'roster' | 'findTriager' | 'innovationTeam' | 'localDate' | 'clock'
>;

/** Why a person is absent; undefined when they are there, or when Teams does not tell. */
export async function absenceOf(
  parts: AbsenceParts,
  tenantId: string,
  personId: string,
): Promise<Absence | undefined> {
  const [profile, belongs] = await Promise.all([
    profileOf(parts.store, tenantId, personId),
    belongsToTeam(parts, tenantId, personId),
  ]);
  if (!belongs) return { kind: 'left' };
  const until = profile?.awayUntil;
  if (until && until > parts.localDate(parts.clock.now())) return { kind: 'away', until };
  return profile?.unreachable ? { kind: 'unreachable' } : undefined;
}

async function belongsToTeam(
  { store, roster, findTriager, innovationTeam }: AbsenceParts,
  tenantId: string,
  personId: string,
): Promise<boolean> {
  if (innovationTeam.includes(personId)) return true;
  const places = await triagePlacesOf(store, tenantId);
  try {
    // The list is remembered for some minutes, and as a rule it has everybody.
    for (const place of places)
      if ((await roster.members(place)).some((member) => member.personId === personId)) return true;
    return places.length === 0 || (await findTriager(tenantId, personId)) !== undefined;
  } catch (error) {
    if (error instanceof RosterUnavailable) return true;
    throw error;
  }
}

/** The absent ones among people, in their order. */
export async function absentAmong(
  parts: AbsenceParts,
  tenantId: string,
  people: readonly By[],
): Promise<readonly Absent[]> {
  const asked = await Promise.all(
    people.map(async (person) => ({ person, absence: await absenceOf(parts, tenantId, person.personId) })),
  );
  return asked.flatMap(({ person, absence }) => (absence ? [{ person, absence }] : []));
}

/** That somebody is absent, in a sentence. */
export const absentWords = (words: Words, { person: { name }, absence }: Absent): string =>
  absence.kind === 'away'
    ? words.say('absent.away', { name, date: sayDate(words, absence.until) })
    : words.say(`absent.${absence.kind}`, { name });
