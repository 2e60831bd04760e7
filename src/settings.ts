import { z } from 'zod';
import { controls } from './ideas/terms.ts';

const oneOf = <const Value extends string>(...values: readonly Value[]) =>
  z.enum(values, `must be one of ${values.join(', ')}`);

function wholeNumber(from: number, to: number) {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.coerce.number(error).int(error).min(from, error).max(to, error);
}

const commaSeparated = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

/** Of items that fit; `fault` tells what each must be. */
const listOf = (fits: (item: string) => boolean, fault: string) =>
  commaSeparated.refine((items) => items.every(fits), fault);

const list = commaSeparated.prefault('');

/** Entra ids, in lower case as Teams sends them, whatever case an administrator copied. */
const ids = listOf(
  (id) => /^[\w-]+$/u.test(id),
  'must be a list of Entra ids, with commas; names and e-mail addresses are none',
)
  .transform((all) => all.map((id) => id.toLowerCase()))
  .prefault('');

const hosts = listOf(
  (host) => /^[\da-z.-]+$/iu.test(host),
  'must be a list of host names such as smba.example.com, with commas, without https:// and paths',
)
  .transform((all) => all.map((host) => host.toLowerCase()))
  .prefault('');

const addresses = listOf(
  (address) => URL.canParse(address),
  'must be a list of addresses such as https://www.example.gov.uk/feed, with commas',
).prefault('');

/** Such as `7/1, 60/30`: at most 7 sends in 1 second and 60 in 30 seconds. */
const sendWindows = listOf(
  (window) => /^[1-9]\d{0,5}\/[1-9]\d{0,5}$/u.test(window),
  'must be a list such as 7/1, 60/30: sends and seconds',
).transform((windows) =>
  windows.map((window) => {
    const [sends = 0, seconds = 0] = window.split('/').map(Number);
    return { sends, withinMs: seconds * 1000 };
  }),
);

const ownedControl = new RegExp(`^(?:${controls.join('|')})=[^\\s=]+$`, 'iu');

/** Such as `it=<object id>, estates=<object id>`: who owns which control. */
const controlOwners = listOf(
  (pair) => ownedControl.test(pair),
  `must be a list such as it=<object id>, estates=<object id>; the controls are ${controls.join(', ')}`,
)
  .transform((pairs) => Object.fromEntries(pairs.map((pair) => pair.toLowerCase().split('='))))
  .pipe(z.partialRecord(z.enum(controls), z.string()))
  .prefault('');

const port = wholeNumber(1, 65535);

const mailAddress = z.email('is not an e-mail address').transform((address) => address.toLowerCase());

const timeZone = z.string().refine(isTimeZone, 'is not a time zone; use a name such as Europe/London');

/** Every setting as the environment gives it, with its default. */
export const settings = z.object({
  INEWS_ENV: oneOf('production', 'development').default('production'),
  PORT: wholeNumber(0, 65535).default(3978),
  DATA_DIR: z.string().min(1).default('.data'),
  WEBSITE_INSTANCE_ID: z.string().default(''),
  COSMOS_ENDPOINT: z.string().default(''),
  COSMOS_DATABASE: z.string().min(1).default('inews'),
  COSMOS_KEY: z.string().default(''),
  AZURE_CLIENT_ID: z.string().default(''),
  LOG_LEVEL: oneOf('debug', 'info', 'warn', 'error', 'silent').default('info'),

  MICROSOFT_APP_ID: z.string().default(''),
  MICROSOFT_APP_PASSWORD: z.string().default(''),
  MICROSOFT_APP_TYPE: oneOf('UserAssignedMsi', 'SingleTenant', 'MultiTenant').default('UserAssignedMsi'),
  MICROSOFT_APP_TENANT_ID: z.string().default(''),

  INEWS_TENANTS: ids,
  INEWS_SERVICE_HOSTS: hosts,
  INEWS_ADMINS: ids,
  INEWS_INNOVATION_TEAM: ids,
  INEWS_FORMS: oneOf('dialog', 'inline').default('dialog'),
  INEWS_DECIDE_OWN: oneOf('yes', 'no').default('no'),
  INEWS_CONTACT: z.string().default(''),
  INEWS_COUNCIL: z.string().min(1).default('the council'),
  INEWS_SERVICES: commaSeparated
    .refine((areas) => areas.length > 0, 'must name at least one service area')
    .prefault(
      'Adult social care, Children and young people, Education, Environment and waste, Finance, Highways and transport, Housing, HR and organisation, Libraries and culture, Planning and regeneration, Property, Public health, Technology and digital',
    ),
  INEWS_TIME_ZONE: timeZone.default('Europe/London'),
  INEWS_ACKNOWLEDGE_DAYS: wholeNumber(1, 60).default(2),
  INEWS_DECIDE_DAYS: wholeNumber(1, 250).default(10),
  INEWS_CRITERIA: commaSeparated
    .refine(
      (all) => all.length <= 4 && all.every((one) => one.length <= 60),
      'must be at most four, of at most 60 characters each',
    )
    .prefault(''),
  INEWS_CONTROL_OWNERS: controlOwners,
  INEWS_SENDS_PER_SECOND: wholeNumber(1, 50).default(30),
  INEWS_SENDS_PER_PLACE: sendWindows.prefault('7/1, 8/2, 60/30, 1800/3600'),
  INEWS_FEEDS: addresses,
  INEWS_POLL_MINUTES: wholeNumber(1, 1440).default(30),

  INEWS_DIGEST_APPROVAL: oneOf('off', 'go', 'wait').default('off'),

  INEWS_MAIL_ADDRESS: mailAddress.optional(),
  INEWS_MAIL_USER: z.string().default(''),
  INEWS_MAIL_IMAP_HOST: z.string().default(''),
  INEWS_MAIL_IMAP_PORT: port.default(993),
  INEWS_MAIL_SMTP_HOST: z.string().default(''),
  INEWS_MAIL_SMTP_PORT: port.default(587),
  INEWS_MAIL_SIGN_IN: oneOf('identity', 'password').default('identity'),
  INEWS_MAIL_PASSWORD: z.string().default(''),
  INEWS_MAIL_OWN_DOMAINS: list.transform((domains) => domains.map((domain) => domain.toLowerCase())),
  INEWS_MAIL_PER_SENDER: wholeNumber(1, 1000).default(10),
  INEWS_MAIL_PER_HOUR: wholeNumber(1, 10_000).default(60),

  INEWS_PUBLIC_ADDRESS: z
    .url({ protocol: /^https?$/u, error: 'is not an address; it looks like https://inews.example.gov.uk' })
    .transform((address) => address.replace(/\/+$/u, ''))
    .optional(),
  INEWS_COUNT_LINKS: oneOf('yes', 'no').default('yes'),
});

export type Settings = z.infer<typeof settings>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
