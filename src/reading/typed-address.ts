/** The web address that a person typed; people leave out the beginning. Undefined for what is none. */
export function typedAddress(typed: string): string | undefined {
  const written = /^[a-z][a-z\d+.-]*:\/\//iu.test(typed) ? typed : `https://${typed}`;
  const address = /\s/u.test(written) ? null : URL.parse(written);
  const isWeb =
    address && /^https?:$/u.test(address.protocol) && /\.|^localhost$|^\[/u.test(address.hostname);
  return isWeb ? address.href : undefined;
}
