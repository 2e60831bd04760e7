/** Names such as `Europe/London`, and no offsets, because clocks change. */
const zoneName = /^[a-z_]+(?:\/[a-z0-9_+-]+)+$/iu;

/** The IANA name of a time zone that somebody typed in whatever case; undefined when there is none of that name. */
export function timeZoneNamed(typed: string): string | undefined {
  const name = typed.trim().replaceAll(' ', '_');
  if (/^(?:utc|gmt)$/iu.test(name)) return 'Etc/UTC';
  if (!zoneName.test(name) || !isKnown(name)) return undefined;
  const wanted = name.toLowerCase();
  // Not all names are listed: of places that were renamed only the older one is.
  return (
    Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === wanted) ?? inCapitals(wanted)
  );
}

const inCapitals = (name: string): string => {
  if (name.startsWith('etc/')) return `Etc/${name.slice('etc/'.length).toUpperCase()}`;
  return name.replace(/(?<=^|[/_-])[a-z]/gu, (letter) => letter.toUpperCase());
};

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone });
    return true;
  } catch {
    return false;
  }
}
