import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Template } from 'adaptivecards-templating';
import { type Attachment, CardFactory } from 'botbuilder';
import type { CardView } from '../bot/answer.ts';
import { pause } from '../time/pause.ts';
import type { WordKey, Words } from '../words/words.ts';
import { fitCard } from './fit-card.ts';
import { forSurface, type Json, type Surface } from './surfaces.ts';

/** Draws cards. Each template is parsed once for each surface it is shown on; the words enter it then. */
export interface Cards {
  draw(view: CardView, surface: Surface): Attachment;
  /**
   * Parses every template, one after the other with room for turns in between, so that hardly anybody waits for it.
   * Resolves early once `stopping` aborts.
   */
  warm(surfaces: readonly Surface[], stopping: AbortSignal): Promise<void>;
}

const folder = new URL('../../cards/', import.meta.url);

/** A turn takes the loop several times: it must not wait for a template each time. */
const betweenTemplatesMs = 2;

/** Its expression language takes 0.2 s to load, which is done while templates are warmed and not before the start. */
const templating = (): typeof import('adaptivecards-templating') =>
  createRequire(import.meta.url)('adaptivecards-templating');

/** The names of all templates, such as `ideas/form`. */
export function templateNames(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json') && !path.endsWith('.sample.json'))
    .map((path) => path.replaceAll('\\', '/').replace(/\.json$/u, ''))
    .sort();
}

/** The templates under `cards/`, with the words of one language. */
export function loadCards(words: Words): Cards {
  const parsed = new Map<string, Template>();
  const templateOf = (card: string, surface: Surface): Template => {
    const key = `${surface} ${card}`;
    let template = parsed.get(key);
    if (!template) {
      const neutral: Json = JSON.parse(readFileSync(new URL(`${card}.json`, folder), 'utf8'));
      const engine = templating();
      template = new engine.Template(forSurface(withWords(neutral, words), surface));
      parsed.set(key, template);
    }
    return template;
  };
  return {
    draw: (view, surface) =>
      CardFactory.adaptiveCard(fitCard(templateOf(view.card, surface).expand({ $root: view.data }))),
    async warm(surfaces, stopping) {
      for (const card of templateNames()) {
        for (const surface of surfaces) {
          if (stopping.aborted) return;
          templateOf(card, surface);
          await pause(betweenTemplatesMs, stopping);
        }
      }
    },
  };
}

/** Puts the words in for every `%{key}`. */
export function withWords(json: Json, words: Words): Json {
  if (typeof json === 'string')
    return json.replace(/%\{([^}]+)\}/gu, (_, key: string) => words.say(key as WordKey));
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((item: Json) => withWords(item, words));
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withWords(value, words)]));
}
