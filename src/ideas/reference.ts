import { createHash } from 'node:crypto';
import { z } from 'zod';

// No vowels and nothing that looks like something else: a reference is read aloud and makes no word.
const alphabet = '23456789BCDFGHJKMNPQRSTVWXZ';

const referenceLength = 6;
const replyCodeLength = 12;

/**
 * The references a form may get, in order: it takes the first that is free, so that the same form sent twice finds
 * its own. Endless.
 */
export function* referencesFor(formId: string): Generator<string, never> {
  for (let attempt = 0; ; attempt++) yield letters(`reference ${attempt} ${formId}`, referenceLength);
}

/** The code by which an anonymous author reads what was said, such as `7KQM-2XFB-9TRD`: about 57 bits. */
export function replyCodeFor(formId: string): string {
  const code = letters(`reply ${formId}`, replyCodeLength);
  return code.replace(/(.{4})(?=.)/gu, '$1-');
}

export const referenceSchema = z.string().regex(new RegExp(`^[${alphabet}]{${referenceLength}}$`, 'u'));

/** What is stored in place of a secret or of what was said, to know it again. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url');

function letters(seed: string, length: number): string {
  let number = BigInt(`0x${createHash('sha256').update(seed).digest('hex')}`);
  let result = '';
  for (let at = 0; at < length; at++) {
    result += alphabet[Number(number % BigInt(alphabet.length))];
    number /= BigInt(alphabet.length);
  }
  return result;
}
