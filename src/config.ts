import { hostname } from 'node:os';
import { z } from 'zod';
import { controls } from './ideas/terms.ts';
import type { MailSettings } from './mail/settings.ts';

const commaSeparated = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

const list = commaSeparated.prefault('');

/** Entra ids, in lower case as Teams sends them, whatever case an administrator copied. */
const ids = commaSeparated.transform((all) => all.map((id) => id.toLowerCase())).prefault('');

/** Such as `7/1, 60/30`: at most 7 sends in 1 second and 60 in 30 seconds. */
const sendWindows = commaSeparated.pipe(
  z.array(
    z
      .string()
      .regex(/^[1-9]\d{0,5}\/[1-9]\d{0,5}$/u, 'is not a list such as 7/1, 60/30: sends and seconds')
      .transform((window) => {
        const [sends = 0, seconds = 0] = window.split('/').map(Number);
        return { sends, withinMs: seconds * 1000 };
      }),
  ),
);

/** Such as `it=<object id>, estates=<object id>`: who owns which control. */
const controlOwners = ids.pipe(
  z
    .array(
      z
        .string()
        .regex(
          new RegExp(`^(?:${controls.join('|')})=[^\\s=]+$`, 'u'),
          `is not a list such as it=<object id>, estates=<object id>; the controls are ${controls.join(', ')}`,
        )
        .transform((pair) => pair.split('=')),
    )
    .transform((pairs) => z.partialRecord(z.enum(controls), z.string()).parse(Object.fromEntries(pairs))),
);

const port = z.coerce.number().int().min(1).max(65535);

const mailAddress = z.email('is not an e-mail address').transform((address) => address.toLowerCase());

const timeZone = z.string().refine(isTimeZone, 'is not a time zone; use a name such as Europe/London');

// The Playground's tenant, so that a developer need not set one.
const playgroundTenant = '00000000-0000-0000-0000-0000000000001';

const settings = z.object({
  INEWS_ENV: z.enum(['production', 'development']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  DATA_DIR: z.string().min(1).default('.data'),
  WEBSITE_INSTANCE_ID: z.string().default(''),
  COSMOS_ENDPOINT: z.string().default(''),
  COSMOS_DATABASE: z.string().min(1).default('inews'),
  COSMOS_KEY: z.string().default(''),
  AZURE_CLIENT_ID: z.string().default(''),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),

  MICROSOFT_APP_ID: z.string().default(''),
  MICROSOFT_APP_PASSWORD: z.string().default(''),
  MICROSOFT_APP_TYPE: z.enum(['UserAssignedMsi', 'SingleTenant', 'MultiTenant']).default('UserAssignedMsi'),
  MICROSOFT_APP_TENANT_ID: z.string().default(''),

  INEWS_TENANTS: ids,
  INEWS_SERVICE_HOSTS: list,
  INEWS_ADMINS: ids,
  INEWS_INNOVATION_TEAM: ids,
  INEWS_FORMS: z.enum(['dialog', 'inline']).default('dialog'),
  INEWS_DECIDE_OWN: z.enum(['yes', 'no']).default('no'),
  INEWS_CONTACT: z.string().default(''),
  INEWS_COUNCIL: z.string().min(1).default('the council'),
  INEWS_SERVICES: commaSeparated.prefault(
    'Adult social care, Children and young people, Education, Environment and waste, Finance, Highways and transport, Housing, HR and organisation, Libraries and culture, Planning and regeneration, Property, Public health, Technology and digital',
  ),
  INEWS_TIME_ZONE: timeZone.default('Europe/London'),
  INEWS_ACKNOWLEDGE_DAYS: z.coerce.number().int().min(1).max(60).default(2),
  INEWS_DECIDE_DAYS: z.coerce.number().int().min(1).max(250).default(10),
  INEWS_CRITERIA: list.pipe(z.array(z.string().max(60)).max(4)),
  INEWS_CONTROL_OWNERS: controlOwners,
  INEWS_SENDS_PER_SECOND: z.coerce.number().int().min(1).max(50).default(30),
  INEWS_SENDS_PER_PLACE: sendWindows.prefault('7/1, 8/2, 60/30, 1800/3600'),
  INEWS_FEEDS: list,
  INEWS_POLL_MINUTES: z.coerce.number().int().min(1).max(1440).default(30),

  INEWS_DIGEST_APPROVAL: z.enum(['off', 'go', 'wait']).default('off'),

  INEWS_MAIL_ADDRESS: mailAddress.optional(),
  INEWS_MAIL_USER: z.string().default(''),
  INEWS_MAIL_IMAP_HOST: z.string().default(''),
  INEWS_MAIL_IMAP_PORT: port.default(993),
  INEWS_MAIL_SMTP_HOST: z.string().default(''),
  INEWS_MAIL_SMTP_PORT: port.default(587),
  INEWS_MAIL_SIGN_IN: z.enum(['identity', 'password']).default('identity'),
  INEWS_MAIL_PASSWORD: z.string().default(''),
  INEWS_MAIL_OWN_DOMAINS: list.transform((domains) => domains.map((domain) => domain.toLowerCase())),
  INEWS_MAIL_PER_SENDER: z.coerce.number().int().min(1).max(1000).default(10),
  INEWS_PUBLIC_ADDRESS: z
    .url({ protocol: /^https?$/u, error: 'is not an address; it looks like https://inews.example.gov.uk' })
    .transform((address) => address.replace(/\/+$/u, ''))
    .optional(),
  INEWS_COUNT_LINKS: z.enum(['yes', 'no']).default('yes'),
  INEWS_MAIL_PER_HOUR: z.coerce.number().int().min(1).max(10_000).default(60),
});

/** Every setting of the service, checked. README lists them; `config.test` holds the two against each other. */
export interface Config {
  readonly development: boolean;
  readonly port: number;
  readonly dataDir: string;
  /** Absent: SQLite in the data folder. */
  readonly cosmos:
    | {
        readonly endpoint: string;
        readonly database: string;
        /** Emulators only; in Azure the identity signs in. */
        readonly key?: string;
        readonly identityClientId?: string;
      }
    | undefined;
  /** Tells this replica from the others, and the same after a restart. */
  readonly replicaId: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly app: {
    readonly id: string;
    readonly password: string;
    readonly type: 'UserAssignedMsi' | 'SingleTenant' | 'MultiTenant';
    readonly tenantId: string;
  };
  /** Entra tenants that may use the bot. */
  readonly tenants: readonly string[];
  /** Hosts besides Teams' own that may stand in a serviceUrl. */
  readonly serviceHosts: readonly string[];
  readonly admins: readonly string[];
  readonly innovationTeam: readonly string[];
  readonly forms: 'dialog' | 'inline';
  readonly mayDecideOwn: boolean;
  readonly contact: string;
  readonly council: string;
  readonly services: readonly string[];
  readonly timeZone: string;
  /** Working days. */
  readonly acknowledgeWithin: number;
  /** Working days. */
  readonly decideWithin: number;
  /** What is scored besides impact and effort. */
  readonly criteria: readonly string[];
  /** Object ids of those who answer for the controls of the systems audit, as far as they are named. */
  readonly controlOwners: Partial<Readonly<Record<(typeof controls)[number], string>>>;
  /** How fast messages go out: calls a second in a tenant, and at most so many to one place within each window. */
  readonly pace: {
    readonly perTenantEachSecond: number;
    readonly perPlace: readonly { readonly sends: number; readonly withinMs: number }[];
  };
  readonly feeds: readonly string[];
  readonly pollMinutes: number;
  /** Whether digests are looked at before they go, and what becomes of one that nobody approves in time. */
  readonly digestApproval: 'off' | 'go' | 'wait';
  /** Where the service is reached from anywhere, without a slash at its end. Absent: no digests by e-mail. */
  readonly publicAddress: string | undefined;
  /** Whether it is counted how often the links of digests are opened; not without a public address. */
  readonly countLinks: boolean;
  /** Absent: nothing is read or sent by e-mail. */
  readonly mail: MailSettings | undefined;
}

/** The environment does not describe a service that can run. The message names every fault, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the settings from the environment. Throws ConfigError with all faults at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = settings.safeParse(given);
  const issues = parsed.error?.issues ?? [];
  const wrong = issues.map(({ path }) => path[0]);
  // Every setting has a default, so that the rest can be checked beside the wrong ones.
  const s =
    parsed.data ??
    settings.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.includes(name))));
  const faults = [
    ...issues.map(({ path, message }) => `${String(path[0])}: ${message}`),
    ...faultsTogether(s),
  ];
  if (faults.length > 0) {
    throw new ConfigError(
      `These settings need a change before the service can start:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  }
  const development = s.INEWS_ENV === 'development';
  return {
    development,
    port: s.PORT,
    dataDir: s.DATA_DIR,
    cosmos: s.COSMOS_ENDPOINT
      ? {
          endpoint: s.COSMOS_ENDPOINT,
          database: s.COSMOS_DATABASE,
          ...(s.COSMOS_KEY && { key: s.COSMOS_KEY }),
          ...(s.AZURE_CLIENT_ID && { identityClientId: s.AZURE_CLIENT_ID }),
        }
      : undefined,
    replicaId: s.WEBSITE_INSTANCE_ID || `${hostname()}:${s.PORT}`,
    logLevel: s.LOG_LEVEL,
    app: {
      id: s.MICROSOFT_APP_ID,
      password: s.MICROSOFT_APP_PASSWORD,
      type: s.MICROSOFT_APP_TYPE,
      tenantId: s.MICROSOFT_APP_TENANT_ID,
    },
    tenants:
      s.INEWS_TENANTS.length > 0
        ? s.INEWS_TENANTS
        : [s.MICROSOFT_APP_TENANT_ID.toLowerCase() || playgroundTenant],
    serviceHosts: s.INEWS_SERVICE_HOSTS,
    admins: s.INEWS_ADMINS,
    innovationTeam: s.INEWS_INNOVATION_TEAM,
    forms: s.INEWS_FORMS,
    mayDecideOwn: s.INEWS_DECIDE_OWN === 'yes',
    contact: s.INEWS_CONTACT,
    council: s.INEWS_COUNCIL,
    services: s.INEWS_SERVICES,
    timeZone: s.INEWS_TIME_ZONE,
    acknowledgeWithin: s.INEWS_ACKNOWLEDGE_DAYS,
    decideWithin: s.INEWS_DECIDE_DAYS,
    criteria: s.INEWS_CRITERIA,
    controlOwners: s.INEWS_CONTROL_OWNERS,
    pace: { perTenantEachSecond: s.INEWS_SENDS_PER_SECOND, perPlace: s.INEWS_SENDS_PER_PLACE },
    feeds: s.INEWS_FEEDS,
    pollMinutes: s.INEWS_POLL_MINUTES,
    digestApproval: s.INEWS_DIGEST_APPROVAL,
    publicAddress: s.INEWS_PUBLIC_ADDRESS,
    countLinks: s.INEWS_COUNT_LINKS === 'yes' && s.INEWS_PUBLIC_ADDRESS !== undefined,
    mail: mailSettings(s),
  };
}

function mailSettings(s: z.infer<typeof settings>): MailSettings | undefined {
  if (!s.INEWS_MAIL_ADDRESS) return undefined;
  return {
    address: s.INEWS_MAIL_ADDRESS,
    user: s.INEWS_MAIL_USER || s.INEWS_MAIL_ADDRESS,
    imap: {
      host: s.INEWS_MAIL_IMAP_HOST,
      port: s.INEWS_MAIL_IMAP_PORT,
      tlsFromStart: s.INEWS_MAIL_IMAP_PORT === 993,
    },
    smtp: {
      host: s.INEWS_MAIL_SMTP_HOST,
      port: s.INEWS_MAIL_SMTP_PORT,
      tlsFromStart: s.INEWS_MAIL_SMTP_PORT === 465,
    },
    signIn: s.INEWS_MAIL_SIGN_IN === 'identity' ? 'identity' : { password: s.INEWS_MAIL_PASSWORD },
    identityClientId: s.AZURE_CLIENT_ID || undefined,
    ownDomains: s.INEWS_MAIL_OWN_DOMAINS,
    limits: { perSenderAndDay: s.INEWS_MAIL_PER_SENDER, perHour: s.INEWS_MAIL_PER_HOUR },
  };
}

/** Rules between settings: production never runs without credentials or without knowing its tenant. */
function faultsTogether(s: z.infer<typeof settings>): string[] {
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
function mailFaults(s: z.infer<typeof settings>): string[] {
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

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
