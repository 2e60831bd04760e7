import { z } from 'zod';
import type { CardView } from '../bot/answer.ts';

/** What somebody who is reached by e-mail gets in place of a card. All of it is plain text. */
export const letterSchema = z.object({
  subject: z.string(),
  /** In their order. A quote is what a person wrote; a note stands small below the rest. */
  paragraphs: z.array(z.object({ kind: z.enum(['heading', 'text', 'quote', 'note']), text: z.string() })),
  /** The Message-ID of the e-mail it answers. */
  inReplyTo: z.string().optional(),
});

export type Letter = z.infer<typeof letterSchema>;

/** The letter as a delivery card draws it; only a mail sender can read it. */
export const letterView = (letter: Letter): CardView => ({
  card: 'letter',
  data: letter,
  summary: letter.subject,
});
