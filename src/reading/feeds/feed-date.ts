const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// Hours ahead of UTC. Names that several countries use differently are left out and count as UTC.
const zones: Readonly<Record<string, number>> = {
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  EST: -5,
  EDT: -4,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

const clock = String.raw`(?:[\sT,-]+(?:at\s+)?(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?)?`;
const zone = String.raw`\s*(?<zone>[A-Za-z]{1,5}|[+-]\d{2}:?\d{2})?`;
const monthName = String.raw`(?<name>[A-Za-z]{3})[a-z]*\.?`;

const forms = [
  String.raw`(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})`,
  String.raw`(?:[A-Za-z]{3,9}\.?,?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+${monthName},?[\s-]+(?<year>\d{4}|\d{2})`,
  String.raw`(?:[A-Za-z]{3,9}\.?,?\s+)?${monthName}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})`,
  String.raw`(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})`,
].map((date) => new RegExp(`^${date}${clock}${zone}`, 'u'));

/**
 * The instant that a feed's date means: ISO 8601, RFC 822 and the forms people write instead of them (a date in
 * words, day/month/year as in Britain, a missing zone, which counts as UTC). Undefined when it means none.
 */
export function feedDate(text: string | undefined): Date | undefined {
  const written = text?.trim().slice(0, 80) ?? '';
  for (const form of forms) {
    const parts = form.exec(written)?.groups;
    if (parts) return instantOf(parts);
  }
  return undefined;
}

function instantOf(parts: Readonly<Record<string, string | undefined>>): Date | undefined {
  const number = (name: string) => Number(parts[name] ?? 0);
  const month = parts.name ? months.indexOf(parts.name.toLowerCase()) : number('month') - 1;
  const year = number('year') < 100 ? 2000 + number('year') : number('year');
  const [day, hour, minute, second] = [number('day'), number('hour'), number('minute'), number('second')];
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60)
    return undefined;
  return new Date(Date.UTC(year, month, day, hour, minute, second) - minutesAhead(parts.zone) * 60_000);
}

function minutesAhead(name: string | undefined): number {
  const offset = /^([+-])(\d{2}):?(\d{2})$/u.exec(name ?? '');
  if (!offset) return (zones[name?.toUpperCase() ?? ''] ?? 0) * 60;
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return offset[1] === '-' ? -minutes : minutes;
}
