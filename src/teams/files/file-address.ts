// Teams keeps people's files in SharePoint: of the public cloud and of GCC.
const fileHosts = ['.sharepoint.com', '.sharepoint.us'];

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a file may be fetched from or put to an address that came with an activity: never to where somebody else
 * might listen. @param development loopback is allowed too.
 */
export function isFileAddress(address: string, development: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (username || password) return false;
  if (development && loopback.includes(hostname)) return true;
  return protocol === 'https:' && port === '' && fileHosts.some((host) => hostname.endsWith(host));
}
