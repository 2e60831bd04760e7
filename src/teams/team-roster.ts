import { z } from 'zod';
import { type Roster, RosterUnavailable, type TeamMembers } from '../bot/roster.ts';
import type { Clock } from '../time/clock.ts';
import type { Connectors } from './connectors.ts';

const rememberMs = 5 * 60_000;

const memberSchema = z.object({
  id: z.string(),
  aadObjectId: z.string().optional(),
  objectId: z.string().optional(),
  name: z.string().default(''),
});
const pageSchema = z.object({
  members: z.array(
    z.object({
      aadObjectId: z.string().optional(),
      objectId: z.string().optional(),
      name: z.string().default(''),
    }),
  ),
});
const mostMembers = 100;

type Member = z.infer<typeof memberSchema>;
const notFoundSchema = z.object({ statusCode: z.literal(404) });

/** Asks Teams for one member at a time, or for a list to choose from, and remembers the answer for five minutes. */
export function teamRoster(connectors: Connectors, clock: Clock): Roster & TeamMembers {
  const answers = new Map<string, { readonly member: boolean; readonly until: number }>();
  const lists = new Map<string, { readonly people: ReturnType<typeof listOf>; readonly until: number }>();
  return {
    async members({ teamId, serviceUrl }) {
      const now = clock.now().getTime();
      const remembered = lists.get(teamId);
      if (remembered && remembered.until > now) return remembered.people;
      const people = listOf(connectors, serviceUrl, teamId);
      lists.set(teamId, { people, until: now + rememberMs });
      people.catch(() => lists.delete(teamId));
      return people;
    },
    async isMember({ teamId, serviceUrl }, person) {
      const now = clock.now().getTime();
      const key = `${teamId} ${person.personId}`;
      const remembered = answers.get(key);
      if (remembered && remembered.until > now) return remembered.member;
      const found = await ask(connectors, serviceUrl, teamId, person.teamsUserId);
      const member = found !== undefined && objectIdOf(found) === person.personId;
      for (const [old, { until }] of answers) if (until <= now) answers.delete(old);
      answers.set(key, { member, until: now + rememberMs });
      return member;
    },
    async find({ teamId, serviceUrl }, personId) {
      const found = await ask(connectors, serviceUrl, teamId, personId);
      return found && objectIdOf(found) === personId ? { personId, name: found.name } : undefined;
    },
  };
}

const objectIdOf = ({ aadObjectId, objectId }: Member): string | undefined => aadObjectId ?? objectId;

async function ask(
  connectors: Connectors,
  serviceUrl: string,
  teamId: string,
  /** Teams takes its own id of a person as well as the object id. */
  member: string,
): Promise<Member | undefined> {
  try {
    const client = await connectors.of(serviceUrl);
    return memberSchema.parse(await client.conversations.getConversationMember(teamId, member));
  } catch (error) {
    if (notFoundSchema.safeParse(error).success) return undefined;
    throw new RosterUnavailable(`Teams did not tell whether a person is a member of team ${teamId}`, {
      cause: error,
    });
  }
}

async function listOf(connectors: Connectors, serviceUrl: string, teamId: string) {
  try {
    const client = await connectors.of(serviceUrl);
    const page = pageSchema.parse(await client.conversations.getConversationPagedMembers(teamId));
    return page.members
      .map(({ aadObjectId, objectId, name }) => ({
        personId: (aadObjectId ?? objectId ?? '').toLowerCase(),
        name,
      }))
      .filter(({ personId, name }) => personId !== '' && name !== '')
      .slice(0, mostMembers);
  } catch (error) {
    throw new RosterUnavailable(`Teams did not tell who is in team ${teamId}`, { cause: error });
  }
}
