import type { Words } from '../words/words.ts';

/** How it stands where something is or was tried elsewhere: it runs, it was ended early, or what came of it. */
export type TriedState = 'running' | 'works' | 'partly' | 'stopped' | 'ended';

/** One trial of something in another service. */
export interface Tried {
  readonly service: string;
  readonly state: TriedState;
}

/** Where a case study is or was tried here, the first trial first. */
export type TriedElsewhere = (tenantId: string, caseId: string) => Promise<readonly Tried[]>;

const mostNamed = 5;

/** In how many services it is or was tried, the latest ones by name; empty where in none. */
export function triedLine(words: Words, tried: readonly Tried[]): string {
  const services = new Map(tried.map(({ service, state }) => [service, state]));
  if (services.size === 0) return '';
  const named = [...services]
    .slice(-mostNamed)
    .map(([service, state]) =>
      words.say('spread.tried.service', { service, state: words.say(`spread.state.${state}`) }),
    );
  const rest = services.size - named.length;
  return words.say('spread.tried.line', { n: services.size, named: named.join(', '), rest });
}
