import { z } from 'zod';
import type { CardView } from '../bot/answer.ts';

const webAddress = z.url({ protocol: /^https?$/u });

/** What somebody who is reached by e-mail gets in place of a card. All of it is plain text. */
export const letterSchema = z.object({
  subject: z.string(),
  /**
   * In their order. A quote is what a person wrote; a title names one of several things, a small one says where it is
   * from; a note stands below the rest. `link` is where the text leads to.
   */
  paragraphs: z.array(
    z.object({
      kind: z.enum(['heading', 'title', 'text', 'small', 'quote', 'note']),
      text: z.string(),
      link: webAddress.optional(),
    }),
  ),
  /** The Message-ID of the e-mail it answers. */
  inReplyTo: z.string().optional(),
  /** Of a letter that comes again and again: a POST to this address ends it (RFC 8058). */
  unsubscribe: webAddress.optional(),
});

export type Letter = z.infer<typeof letterSchema>;

/** The letter as a delivery card draws it; only a mail sender can read it. */
export const letterView = (letter: Letter): CardView => ({
  card: 'letter',
  data: letter,
  summary: letter.subject,
});
