import type { TeamDirectory, TeamNames } from '../bot/team-directory.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { soonOr } from '../time/soon.ts';
import { placeDocumentId, places } from './model.ts';

/** A channel of a team in which the bot is installed. */
export interface KnownChannel {
  /** The document id of its place. */
  readonly id: string;
  readonly placeId: string;
  readonly teamId: string;
  readonly serviceUrl: string;
  /** Empty when Teams does not tell, and for a team's General channel. */
  readonly name: string;
  readonly team: string;
}

const mostPlaces = 1000;
const longestWaitMs = 1_500;

/**
 * The channels of the teams in which the bot is installed: those it has heard from, and those that Teams lists beside
 * them. Names that Teams does not tell in time are empty.
 */
export async function knownChannels(
  store: DocumentStore,
  directory: TeamDirectory,
  tenantId: string,
): Promise<readonly KnownChannel[]> {
  const { documents } = await store.query(places, tenantId, {
    where: { teamId: { above: '' } },
    limit: mostPlaces,
  });
  const standing = documents.filter(({ body }) => body.state === 'active' && !body.unreachable);
  const gone = new Set(documents.filter((place) => !standing.includes(place)).map(({ id }) => id));
  const teams = new Map(
    standing.map(({ body: { teamId = '', serviceUrl } }) => [teamId, { teamId, serviceUrl }] as const),
  );
  const found = new Map<string, KnownChannel>();
  const named = await Promise.all(
    [...teams.values()].map(async (team) => [team, await namesInTime(directory, team)] as const),
  );
  for (const [team, names] of named) {
    for (const { id: placeId, name } of names?.channels ?? []) {
      const id = placeDocumentId(placeId);
      if (!gone.has(id)) found.set(id, { ...team, id, placeId, name, team: names?.name ?? '' });
    }
  }
  for (const { id, body } of standing) {
    const { placeId, teamId = '', serviceUrl } = body;
    const team = named.find(([one]) => one.teamId === teamId)?.[1]?.name ?? '';
    if (!found.has(id)) found.set(id, { id, placeId, teamId, serviceUrl, name: '', team });
  }
  return [...found.values()];
}

const namesInTime = (
  directory: TeamDirectory,
  team: Parameters<TeamDirectory['namesOf']>[0],
): Promise<TeamNames | undefined> => soonOr(directory.namesOf(team), undefined, longestWaitMs);
