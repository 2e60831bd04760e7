/** A text of at most `most` UTF-16 units: cut after a whole word and marked by an ellipsis when it was longer. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a character beyond the basic plane is none.
  const room = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, '');
  const whole = text[room.length] === ' ' ? room : room.replace(/\s+\S*$/u, '');
  const kept = whole.length < most / 2 ? room : whole;
  return `${kept.replace(/[\s.,;:–-]+$/u, '')}…`;
}
