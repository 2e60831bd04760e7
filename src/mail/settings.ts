/** The mailbox that ideas are sent to, and how its servers are reached. */
export interface MailSettings {
  /** The mailbox's own address, which letters come from. */
  readonly address: string;
  readonly user: string;
  readonly imap: MailServer;
  readonly smtp: MailServer;
  /** `identity`: a token of the service's own identity, as Exchange Online wants it; else the mailbox's password. */
  readonly signIn: 'identity' | { readonly password: string };
  /** Client id of the user-assigned identity; absent: the only one. */
  readonly identityClientId: string | undefined;
  /** In lower case; who writes from another domain is outside the organisation. */
  readonly ownDomains: readonly string[];
  readonly limits: MailLimits;
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** It speaks TLS from the start; any other must offer STARTTLS. */
  readonly tlsFromStart: boolean;
}

/** How many e-mails are taken in; more wait unread in the mailbox. */
export interface MailLimits {
  readonly perSenderAndDay: number;
  readonly perHour: number;
}

/** What is other for tests than for a mailbox in service. */
export interface MailSeams {
  /** Certificates to trust besides the usual ones, as PEM. */
  readonly trusted?: string;
  /** Gives the token to sign in with, in place of the service's identity. */
  readonly token?: () => Promise<string>;
  readonly everySeconds?: number;
}
