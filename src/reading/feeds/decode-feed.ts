import { UnreadableFeed } from './unreadable-feed.ts';

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  // A lesser-than sign in two bytes: how UTF-16 begins that somebody left unmarked.
  { bytes: [0x3c, 0x00], encoding: 'utf-16le' },
  { bytes: [0x00, 0x3c], encoding: 'utf-16be' },
];

// What servers send that call their text UTF-8 though it is not.
const usualMistake = 'windows-1252';

/**
 * The text of a feed. Its encoding is told by the byte order mark, else by the content type, else by the XML
 * declaration (RFC 7303, section 3), else it is UTF-8. Throws UnreadableFeed `notAFeed` for an unknown encoding.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string): string {
  const encoding =
    marked(bytes) ?? inBytes(declared(contentType)) ?? inBytes(declared(prolog(bytes))) ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!isKnown(encoding))
      throw new UnreadableFeed('notAFeed', `The feed is written in an unknown encoding (${encoding})`, {
        cause: error,
      });
    return new TextDecoder(usualMistake).decode(bytes);
  }
}

const marked = (bytes: Uint8Array): string | undefined =>
  byteOrderMarks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))?.encoding;

const declared = (text: string): string | undefined =>
  /\b(?:charset|encoding)\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/iu.exec(text)?.[1];

/** UTF-16 is known by its bytes alone: a text that says so in single bytes is none. */
const inBytes = (encoding: string | undefined): string | undefined =>
  encoding && /^utf-?16/iu.test(encoding) ? undefined : encoding;

/** The XML declaration, if there is one: its characters are the same in every encoding it can stand in here. */
const prolog = (bytes: Uint8Array): string =>
  /^\s*<\?xml\b[^>]*/u.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[0] ?? '';

function isKnown(encoding: string): boolean {
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false;
  }
}
