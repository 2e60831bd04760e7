import { isObject, type Json } from './surfaces.ts';

/** Safe with every Teams client and channel: 28 KB for a message, some of it for what stands around the card. */
const largestCard = 27 * 1024;

/**
 * Holds a card under Teams' limit. One that is too large, which only the longest texts of several people can make it,
 * has its longest texts cut, each at a word and marked by an ellipsis; shorter ones and all inputs stay whole.
 */
export function fitCard(card: Json, most = largestCard): Json {
  const excess = bytesOf(card) - most;
  if (excess <= 0) return card;
  const sizes = [...textsIn(card)].map(bytesOf).sort((a, b) => a - b);
  const cap = capFor(sizes, sizes.reduce((sum, size) => sum + size, 0) - excess);
  return withTexts(card, (text) => (bytesOf(text) <= cap ? text : cutTo(text, cap)));
}

const bytesOf = (json: Json): number => Buffer.byteLength(JSON.stringify(json));

/** The size up to which texts may stand so that all together take no more than the room there is. */
function capFor(ascending: readonly number[], room: number): number {
  let left = Math.max(0, room);
  for (const [index, size] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - index));
    if (size > share) return share;
    left -= size;
  }
  return Number.POSITIVE_INFINITY;
}

const isText = (json: Json): json is { readonly [key: string]: Json } & { readonly text: string } =>
  isObject(json) && json.type === 'TextRun' && typeof json.text === 'string';

function* textsIn(json: Json): Generator<string> {
  if (isText(json)) yield json.text;
  else if (typeof json === 'object' && json !== null)
    for (const part of Object.values(json)) yield* textsIn(part);
}

function withTexts(json: Json, change: (text: string) => string): Json {
  if (isText(json)) return { ...json, text: change(json.text) };
  if (typeof json !== 'object' || json === null) return json;
  if (!isObject(json)) return Object.values(json).map((part: Json) => withTexts(part, change));
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withTexts(value, change)]));
}

const ellipsis = '…';

/** @param most bytes of the text as it stands in JSON. */
function cutTo(text: string, most: number): string {
  let room = most - bytesOf(ellipsis);
  let kept = '';
  for (const character of text) {
    room -= bytesOf(character) - bytesOf('');
    if (room < 0) break;
    kept += character;
  }
  const whole = kept.replace(/\s+\S*$/u, '');
  return `${whole.length > kept.length / 2 ? whole : kept}${ellipsis}`;
}
