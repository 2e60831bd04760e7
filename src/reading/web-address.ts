const trackers =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|yclid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|at_(?:medium|campaign)|cmp(?:id)?)$/iu;

const longest = 2_000;

/**
 * An address people may be sent to, without what only counts them: absolute, http or https, no name or password,
 * no trackers, no place inside the page. Undefined when it is none.
 * @param base what a relative address starts from.
 */
export function webAddress(text: string | undefined, base?: string): string | undefined {
  const address = text === undefined ? null : URL.parse(text.trim(), base);
  if (!address || !/^https?:$/u.test(address.protocol) || address.username || address.password)
    return undefined;
  // Some sites name their pages behind the hash.
  if (!/^#[!/]/u.test(address.hash)) address.hash = '';
  // Only when there is one to strip: writing a query anew can change its spelling.
  const stripped = [...address.searchParams.keys()].filter((name) => trackers.test(name));
  for (const name of stripped) address.searchParams.delete(name);
  return address.href.length > longest ? undefined : address.href;
}

/** What is equal for two spellings of one page's address: http and https, with and without a last slash. */
export const pageOf = (address: string): string =>
  address.replace(/^https?:/u, 'https:').replace(/\/(?=\?|$)/u, '');
