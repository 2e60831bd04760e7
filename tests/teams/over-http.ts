import { loadCards } from '../../src/teams/cards.ts';
import { botAuthentication, type Connectors, openConnectors } from '../../src/teams/connectors.ts';
import { englishWords } from '../../src/words/words.ts';
import { startTeams, type Teams } from './simulator/teams.ts';

/** What calls Teams with the real SDK, and a Teams on loopback to call. */
export interface OverHttp extends AsyncDisposable {
  readonly teams: Teams;
  readonly connectors: Connectors;
}

export const cards = loadCards(englishWords('Europe/London'));

export async function overHttp(): Promise<OverHttp> {
  const teams = await startTeams();
  const app = { id: '', password: '', type: 'UserAssignedMsi', tenantId: '' } as const;
  return {
    teams,
    connectors: openConnectors(botAuthentication(app), 'app', 10_000),
    [Symbol.asyncDispose]: () => teams[Symbol.asyncDispose](),
  };
}
