import type { MailSettings } from './settings.ts';

/** What both servers are shown: a password, or a token for SASL XOAUTH2. */
export type Credentials =
  | { readonly user: string; readonly pass: string }
  | { readonly user: string; readonly accessToken: string };

export type SignIn = () => Promise<Credentials>;

// Exchange Online's IMAP and SMTP for applications (learn.microsoft.com, "Authenticate an IMAP, POP or SMTP
// connection using OAuth"): the application permissions IMAP.AccessAsApp and SMTP.SendAsApp.
const exchangeOnline = 'https://outlook.office365.com/.default';

/** Resolves to fresh credentials each time; the identity keeps a token for as long as it is good. */
export function signInBy(
  { user, signIn, identityClientId }: MailSettings,
  token = identityToken(identityClientId),
): SignIn {
  if (signIn !== 'identity') return async () => ({ user, pass: signIn.password });
  return async () => ({ user, accessToken: await token() });
}

/** The identity is loaded and asked only when a token is first needed. Throws what it throws. */
function identityToken(managedIdentityClientId: string | undefined): () => Promise<string> {
  const load = async () => {
    const { DefaultAzureCredential } = await import('@azure/identity');
    return new DefaultAzureCredential(managedIdentityClientId ? { managedIdentityClientId } : {});
  };
  let identity: ReturnType<typeof load> | undefined;
  return async () => {
    identity ??= load();
    return (await (await identity).getToken(exchangeOnline)).token;
  };
}
