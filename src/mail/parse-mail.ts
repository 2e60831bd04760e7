import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser';
import { automaticReason } from './automatic.ts';
import { newText, textOfHtml } from './new-text.ts';

/** What is read of an e-mail. */
export interface ParsedMail {
  /** Empty when it has none. */
  readonly messageId: string;
  /** The address in lower case. */
  readonly from: { readonly address: string; readonly name: string };
  /** Without `Re:` and its like. */
  readonly subject: string;
  /** What it newly says. */
  readonly text: string;
  /** Names of files; pictures that stand in the text are left out. */
  readonly attachments: readonly string[];
  /** Why it is not from a person, or undefined. */
  readonly automatic: string | undefined;
}

const prefixes = /^\s*(?:(?:re|fwd?|fw|aw|wg|sv|vs|tr)(?:\[\d+\])?\s*:|\[ext(?:ernal)?\])\s*/iu;

/** A subject without what clients and gateways put before it. */
export function plainSubject(subject: string): string {
  const rest = subject.replace(prefixes, '');
  return rest === subject ? subject.trim() : plainSubject(rest);
}

/** Reads an e-mail as a stream: no file in it is kept in memory. Rejects when the stream breaks. */
export async function parseMail(source: Readable, ownAddress: string): Promise<ParsedMail> {
  const parser = new MailParser({ skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  source.once('error', (error) => parser.destroy(error));
  const attachments: string[] = [];
  let body = '';
  for await (const part of source.pipe(parser)) {
    const read: AttachmentStream | MessageText = part;
    if (read.type === 'text') body = read.text?.trim() || textOfHtml(read.html ?? '');
    else {
      if (!read.related) attachments.push(read.filename ?? read.contentType);
      await drained(read);
    }
  }
  const [sender] = parser.from?.value ?? [];
  const address = (sender?.address ?? '').toLowerCase();
  const headers = parser.headers || new Map();
  return {
    messageId: parser.messageId ?? '',
    from: { address, name: sender?.name ?? '' },
    subject: plainSubject(parser.subject ?? ''),
    text: newText(body),
    attachments,
    automatic: automaticReason(headers, address, ownAddress),
  };
}

/** Throws a file's content away; the parser goes on only after that. */
async function drained(file: AttachmentStream): Promise<void> {
  file.content.resume();
  await finished(file.content);
  file.release?.();
}
