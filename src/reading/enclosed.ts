interface Part {
  readonly text: string;
  /** It stands between the two marks, which belong to it. */
  readonly enclosed: boolean;
}

/**
 * Cuts a text at what stands between two marks, such as comments, from left to right; what is never closed reaches to
 * the end. In time that grows with the text alone, which a pattern does not promise when its end is missing.
 * @param open in small letters, as `close`: both are found in any case.
 */
export function enclosedParts(text: string, open: string, close: string): readonly Part[] {
  const parts: Part[] = [];
  const searched = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
  for (let at = 0; at < text.length; ) {
    const start = searched.indexOf(open, at);
    if (start < 0) return [...parts, { text: text.slice(at), enclosed: false }];
    if (start > at) parts.push({ text: text.slice(at, start), enclosed: false });
    const end = searched.indexOf(close, start + open.length);
    at = end < 0 ? text.length : end + close.length;
    parts.push({ text: text.slice(start, at), enclosed: true });
  }
  return parts;
}
