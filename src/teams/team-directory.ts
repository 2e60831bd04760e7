import { TeamsConnectorClient } from 'botframework-connector';
import type { TeamDirectory, TeamNames } from '../bot/team-directory.ts';
import type { Clock } from '../time/clock.ts';
import type { Connectors } from './connectors.ts';

const rememberMs = 60 * 60_000;
const forgetFailureMs = 60_000;

/** Asks Teams and remembers the answer for an hour, a failure for a minute. */
export function teamDirectory(connectors: Connectors, clock: Clock): TeamDirectory {
  const answers = new Map<string, { readonly names: Promise<TeamNames | undefined>; until: number }>();
  return {
    namesOf({ teamId, serviceUrl }) {
      const now = clock.now().getTime();
      for (const [old, { until }] of answers) if (until <= now) answers.delete(old);
      const remembered = answers.get(teamId);
      if (remembered) return remembered.names;
      const answer = { names: ask(connectors, serviceUrl, teamId), until: now + rememberMs };
      answers.set(teamId, answer);
      answer.names.then((names) => {
        if (!names) answer.until = now + forgetFailureMs;
      });
      return answer.names;
    },
  };
}

async function ask(
  connectors: Connectors,
  serviceUrl: string,
  teamId: string,
): Promise<TeamNames | undefined> {
  try {
    const { credentials } = await connectors.of(serviceUrl);
    const { teams } = new TeamsConnectorClient(credentials, { baseUri: serviceUrl });
    const [{ name = '' }, { conversations = [] }] = await Promise.all([
      teams.fetchTeamDetails(teamId),
      teams.fetchChannelList(teamId),
    ]);
    const channels = conversations.flatMap(({ id, name: channel }) =>
      // Teams gives the General channel no name: the client shows its own translation of it.
      id ? [{ id, name: channel ?? '' }] : [],
    );
    return { name, channels };
  } catch {
    return undefined;
  }
}
