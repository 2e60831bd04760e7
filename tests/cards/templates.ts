import { existsSync, readFileSync } from 'node:fs';
import { isObject, type JsonObject } from '../teams/simulator/json.ts';

const folder = new URL('../../cards/', import.meta.url);

/** A template as it stands in its file, before words or data enter it. */
export const templateOf = (card: string): JsonObject => objectIn(`${card}.json`);

/** The sample data beside a template; undefined when there is none. */
export const sampleOf = (card: string): JsonObject | undefined =>
  existsSync(new URL(`${card}.sample.json`, folder)) ? objectIn(`${card}.sample.json`) : undefined;

function objectIn(file: string): JsonObject {
  const json: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  if (!isObject(json)) throw new Error(`cards/${file} is no JSON object`);
  return json;
}

/** How a template takes data. */
export const bound = (expression: string): string => `\${${expression}}`;

/** Every object within a value, itself included, outermost first. */
export function* objectsWithin(value: unknown): Generator<JsonObject> {
  if (Array.isArray(value)) {
    for (const item of value) yield* objectsWithin(item);
  } else if (isObject(value)) {
    yield value;
    for (const item of Object.values(value)) yield* objectsWithin(item);
  }
}

/** Every string within a value. */
export function* stringsWithin(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* stringsWithin(item);
  else if (isObject(value)) for (const item of Object.values(value)) yield* stringsWithin(item);
}

/** What a client runs through its markdown. Titles of choices and of toggles are plain labels in Teams. */
export function markdownOf(card: unknown): readonly string[] {
  return [...objectsWithin(card)].flatMap((node) => {
    if (node.type === 'TextBlock') return [...stringsWithin(node.text)];
    return node.type === 'FactSet' ? [...stringsWithin(node.facts)] : [];
  });
}
