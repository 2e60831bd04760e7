import { hash } from 'node:crypto';
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
  return grouped(letters(`reply ${formId}`, replyCodeLength));
}

/** A reply code as it was given, whatever spaces, dashes and case it is typed with; undefined when it cannot be one. */
export function typedReplyCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/gu, '');
  return new RegExp(`^[${alphabet}]{${replyCodeLength}}$`, 'u').test(code) ? grouped(code) : undefined;
}

export const referenceSchema = z.string().regex(new RegExp(`^[${alphabet}]{${referenceLength}}$`, 'u'));

/** What is stored in place of a secret or of what was said, to know it again. */
export const fingerprint = (text: string): string => hash('sha256', text, 'base64url');

const grouped = (code: string): string => code.replace(/(.{4})(?=.)/gu, '$1-');

function letters(seed: string, length: number): string {
  let number = BigInt(`0x${hash('sha256', seed, 'hex')}`);
  let result = '';
  for (let at = 0; at < length; at++) {
    result += alphabet[Number(number % BigInt(alphabet.length))];
    number /= BigInt(alphabet.length);
  }
  return result;
}
