import { hostname } from 'node:os';
import type { controls } from './ideas/terms.ts';
import type { MailSettings } from './mail/settings.ts';
import { faultsTogether } from './setting-faults.ts';
import { type Settings, settings } from './settings.ts';

// The Playground's tenant, so that a developer need not set one.
const playgroundTenant = '00000000-0000-0000-0000-0000000000001';

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
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config =>
  configOf(checkedSettings(environment));

function checkedSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.entries(environment).filter(([, value]) => value?.trim());
  const parsed = settings.safeParse(Object.fromEntries(given));
  const issues = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    name: String(path[0]),
    message,
  }));
  const isWrong = (name: string) => issues.some((issue) => issue.name === name);
  // Every setting has a default, so that the rest can be checked beside the wrong ones.
  const checked = parsed.data ?? settings.parse(Object.fromEntries(given.filter(([name]) => !isWrong(name))));
  const faults = new Set([
    ...issues.map(({ name, message }) => `${name}: ${message}`),
    ...faultsTogether(checked).filter((fault) => !issues.some(({ name }) => fault.startsWith(`${name}:`))),
  ]);
  if (faults.size === 0) return checked;
  const lines = [...faults].map((fault) => `  ${fault}`);
  throw new ConfigError(`These settings need a change before the service can start:\n${lines.join('\n')}`);
}

function configOf(s: Settings): Config {
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

function mailSettings(s: Settings): MailSettings | undefined {
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
