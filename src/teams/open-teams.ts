import type { Answer } from '../bot/answer.ts';
import type { Authority } from '../bot/authority.ts';
import type { ContactBook } from '../bot/contact-book.ts';
import type { Handlers } from '../bot/handlers.ts';
import type { Roster, TeamMembers } from '../bot/roster.ts';
import type { TeamDirectory } from '../bot/team-directory.ts';
import type { Turn } from '../bot/turn.ts';
import type { CommandName } from '../bot/verbs.ts';
import type { Sender } from '../outbox/sender.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from '../time/clock.ts';
import type { Words } from '../words/words.ts';
import { TeamsAdapter } from './adapter.ts';
import { startBackground } from './background.ts';
import { loadCards } from './cards.ts';
import { type AppCredentials, botAuthentication, openConnectors } from './connectors.ts';
import { phraseTable } from './find-command.ts';
import { isTrustedService } from './guard.ts';
import { buildRegistry } from './registry.ts';
import { replyBy } from './reply.ts';
import { teamsSender } from './sender.ts';
import { type RunningServer, startServer } from './server.ts';
import type { Surface } from './surfaces.ts';
import { teamDirectory } from './team-directory.ts';
import { teamRoster } from './team-roster.ts';

// An invoke must be answered within 3 s; Teams gives up at 5 to 15 s, depending on its kind.
const usualAnswerWithinMs = 2_700;
const callTimeoutMs = 10_000;

export interface TeamsSettings {
  readonly development: boolean;
  readonly port: number;
  readonly app: AppCredentials;
  readonly tenants: readonly string[];
  readonly serviceHosts: readonly string[];
  readonly forms: 'dialog' | 'inline';
}

export interface TeamsParts {
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly words: Words;
  readonly features: readonly Handlers[];
  readonly fallback: (turn: Turn, nearest: readonly CommandName[]) => Promise<Answer>;
  readonly authority: (roster: Roster) => Authority;
  readonly contacts: ContactBook;
  readonly checkReady: () => Promise<void>;
  /** Milliseconds after which a person is told that it takes longer. */
  readonly answerWithinMs?: number | undefined;
}

/** The Teams edge: what sends, and what listens once everything behind it stands. */
export interface Teams {
  readonly sender: Sender;
  readonly roster: Roster;
  readonly members: TeamMembers;
  /** Who holds which role, as it is checked at every press. */
  readonly authority: Authority;
  readonly directory: TeamDirectory;
  /** Starts to take activities; stopping waits for the answers that are under way. */
  listen(): Promise<RunningEdge>;
}

export interface RunningEdge extends RunningServer {
  /** Resolves when everything that came is answered, and noted what was to be noted of it. */
  answered(): Promise<void>;
}

/** Throws when a verb has no handler. */
export function openTeams(settings: TeamsSettings, parts: TeamsParts): Teams {
  const { clock, telemetry, words, features } = parts;
  const authentication = botAuthentication(settings.app);
  const connectors = openConnectors(authentication, settings.app.id, callTimeoutMs);
  const cards = loadCards(words);
  const surface: Surface = settings.forms === 'inline' ? 'inlineMessage' : 'message';
  const background = startBackground(telemetry);
  const warming = startBackground(telemetry);
  const isTrusted = (serviceUrl: string) => isTrustedService(serviceUrl, settings);
  const registry = buildRegistry(features, parts.fallback);
  const roster = teamRoster(connectors, clock);
  const authority = parts.authority(roster);
  return {
    members: roster,
    authority,
    directory: teamDirectory(connectors, clock),
    sender: teamsSender({ connectors, cards, surface, clock, appId: settings.app.id, isTrusted }),
    roster,
    async listen() {
      const server = await startServer(
        {
          adapter: new TeamsAdapter(authentication),
          telemetry,
          checkReady: parts.checkReady,
          routes: features.flatMap(({ routes = [] }) => routes),
          edge: {
            guard: settings,
            connectors,
            words,
            clock,
            cards,
            surface,
            contacts: parts.contacts,
            background,
            reactions: features.flatMap(({ reactions = [] }) => reactions),
            telemetry,
            registry,
            authority,
            deadline: parts.answerWithinMs ?? usualAnswerWithinMs,
            phrases: phraseTable(words),
            reply: replyBy({ connectors, cards, telemetry, clock }),
          },
        },
        settings.development ? '127.0.0.1' : '0.0.0.0',
        settings.port,
      );
      const stopping = new AbortController();
      warming.run('cards.warm', () => cards.warm([surface, 'dialog'], stopping.signal));
      return {
        port: server.port,
        answered: () => background.finished(),
        async stop() {
          stopping.abort();
          await server.stop();
          await Promise.all([background.finished(), warming.finished()]);
        },
      };
    },
  };
}
