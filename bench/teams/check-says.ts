import { englishWords, type WordKey } from '../../src/words/words.ts';

const words = englishWords('Europe/London');

/** Throws when an answer does not carry these words: a fast refusal must not count as a fast answer. */
export function checkSays(answer: string, key: WordKey): void {
  if (!answer.includes(words.say(key))) throw new Error(`This does not say ${key}: ${answer.slice(0, 500)}`);
}
