import type { z } from 'zod';
import { parsePressed } from './card-action.ts';
import type { Turn } from './turn.ts';
import type { FileName } from './verbs.ts';

/** A file that a person may have: it is made when they say yes, and goes into their own OneDrive. */
export interface FileOffer {
  readonly file: FileName;
  /** Ids that `make` is given; they travel with the offer. */
  readonly about: object;
  /** As `inews.csv`. */
  readonly name: string;
  readonly description: string;
  /** In bytes, as far as it is known. */
  readonly size: number;
}

/** Makes a file for the one who said yes, from the state at that moment. */
export interface FileSource {
  readonly name: FileName;
  make(turn: Turn, about: unknown): Promise<Uint8Array>;
}

/** @param about schema of what travels with the offer; make it strict. */
export const fileSource = <About>(definition: {
  name: FileName;
  about: z.ZodType<About>;
  make(turn: Turn, about: About): Promise<Uint8Array>;
}): FileSource => ({
  name: definition.name,
  make: (turn, about) => definition.make(turn, parsePressed(definition.about, about)),
});

/** A file that a person sent. */
export interface SentFile {
  readonly name: string;
  /** Throws FileUnreadable when it cannot be had, or is larger than so many bytes. */
  read(mostBytes: number): Promise<Uint8Array>;
}

/** The file was not taken in. `tooLarge` when that is the reason. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
  readonly tooLarge: boolean;
  constructor(message: string, tooLarge: boolean, options?: ErrorOptions) {
    super(message, options);
    this.tooLarge = tooLarge;
  }
}
