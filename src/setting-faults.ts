import type { Settings } from './settings.ts';

/**
 * What is wrong with settings beside one another, a line each: production never runs without credentials or without
 * knowing its tenant.
 */
export function faultsTogether(s: Settings): string[] {
  const faults: string[] = [];
  if (s.INEWS_ENV === 'production') {
    if (!s.MICROSOFT_APP_ID)
      faults.push('MICROSOFT_APP_ID: is missing; without it anybody could speak to the bot');
    if (!s.MICROSOFT_APP_TENANT_ID && s.MICROSOFT_APP_TYPE !== 'MultiTenant')
      faults.push('MICROSOFT_APP_TENANT_ID: is missing; it names the tenant the bot is registered in');
    if (s.MICROSOFT_APP_TYPE === 'MultiTenant' && s.INEWS_TENANTS.length === 0)
      faults.push('INEWS_TENANTS: is missing; a MultiTenant bot must name the tenants that may use it');
    if (s.INEWS_ADMINS.length === 0)
      faults.push('INEWS_ADMINS: is missing; name the Entra object ids of those who may set up triage');
  }
  if (s.MICROSOFT_APP_ID && s.MICROSOFT_APP_TYPE !== 'UserAssignedMsi' && !s.MICROSOFT_APP_PASSWORD)
    faults.push(`MICROSOFT_APP_PASSWORD: is missing; a ${s.MICROSOFT_APP_TYPE} bot signs in with it`);
  if (s.MICROSOFT_APP_TYPE === 'UserAssignedMsi' && s.MICROSOFT_APP_PASSWORD)
    faults.push('MICROSOFT_APP_PASSWORD: must be empty; a UserAssignedMsi bot signs in without one');
  if (s.COSMOS_ENDPOINT && !URL.canParse(s.COSMOS_ENDPOINT))
    faults.push('COSMOS_ENDPOINT: is not an address; it looks like https://name.documents.azure.com/');
  else if (s.COSMOS_KEY && !(s.COSMOS_ENDPOINT && isLoopback(s.COSMOS_ENDPOINT)))
    faults.push(
      'COSMOS_KEY: is for an emulator on this machine alone; a real account is opened by its identity',
    );
  // One click ends a digest by e-mail, and mail programs follow that link by https alone (RFC 8058).
  if (s.INEWS_ENV === 'production' && s.INEWS_PUBLIC_ADDRESS?.startsWith('http:'))
    faults.push('INEWS_PUBLIC_ADDRESS: must start with https: links in e-mail lead to it');
  return [...faults, ...mailFaults(s)];
}

/** E-mail is set up whole or not at all. */
function mailFaults(s: Settings): string[] {
  const { INEWS_MAIL_ADDRESS, INEWS_MAIL_SIGN_IN, INEWS_MAIL_PASSWORD } = s;
  const hosts = ['INEWS_MAIL_IMAP_HOST', 'INEWS_MAIL_SMTP_HOST'] as const;
  if (!INEWS_MAIL_ADDRESS) {
    const stray = [...hosts, 'INEWS_MAIL_USER', 'INEWS_MAIL_PASSWORD'] as const;
    return stray.some((name) => s[name])
      ? ['INEWS_MAIL_ADDRESS: is missing; it is the address of the mailbox that the other settings are for']
      : [];
  }
  const faults = hosts
    .filter((name) => !s[name])
    .map((name) => `${name}: is missing; ideas by e-mail need both servers`);
  if (s.INEWS_MAIL_OWN_DOMAINS.length === 0)
    faults.push(
      'INEWS_MAIL_OWN_DOMAINS: is missing; it tells who writes from outside, such as example.gov.uk',
    );
  if (INEWS_MAIL_SIGN_IN === 'password' && !INEWS_MAIL_PASSWORD)
    faults.push('INEWS_MAIL_PASSWORD: is missing; INEWS_MAIL_SIGN_IN is password');
  if (INEWS_MAIL_SIGN_IN === 'identity' && INEWS_MAIL_PASSWORD)
    faults.push('INEWS_MAIL_PASSWORD: must be empty; the identity signs in without one');
  return faults;
}

const isLoopback = (address: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
