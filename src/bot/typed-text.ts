import { z } from 'zod';

// Control characters, bidirectional overrides and invisible joiners can disguise what a text says.
const unseen = /[^\P{Cc}\n\t]|[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Text as a person meant it: composed characters, Unix line ends, nothing invisible, no white space around it. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/gu, '\n').replace(unseen, '').trim();
}

/** One line of a person's text: inner white space folded. Lengths are in UTF-16 units, as card inputs count. */
export const typedLine = (limits: { min?: number; max: number; tooShort?: string; tooLong: string }) =>
  typedText(limits).transform((text) => text.replace(/\s+/gu, ' '));

/** A person's text of several lines. Absent counts as empty. */
export const typedText = ({
  min = 0,
  max,
  tooShort = '',
  tooLong,
}: {
  min?: number;
  max: number;
  tooShort?: string;
  tooLong: string;
}) =>
  z
    .string()
    .default('')
    .transform(cleanText)
    // Not by `max`, which counts characters of two units as one.
    .pipe(
      z
        .string()
        .min(min, tooShort)
        .refine((text) => text.length <= max, tooLong),
    );
