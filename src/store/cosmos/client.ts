import { CosmosClient } from '@azure/cosmos';
import { DefaultAzureCredential, type TokenCredential } from '@azure/identity';

/** Which account to talk to, and as whom. */
export interface CosmosAccount {
  readonly endpoint: string;
  /** For emulators. Without it the service signs in with its own identity. */
  readonly key?: string | undefined;
  /** Client id of the user-assigned managed identity to sign in with; absent: the only one, or a developer's sign-in. */
  readonly identityClientId?: string | undefined;
}

/** An account on this machine is an emulator: it advertises addresses that lead nowhere and knows no identities. */
const isEmulator = (endpoint: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(endpoint).hostname);

/** A client that leaves retries of throttled requests to us. Its credential is asked for when first needed. */
export function createClient({ endpoint, key, identityClientId }: CosmosAccount): CosmosClient {
  const emulator = isEmulator(endpoint);
  return new CosmosClient({
    endpoint,
    ...(key ? { key } : { aadCredentials: credential(identityClientId) }),
    connectionPolicy: {
      requestTimeout: 5000,
      enableEndpointDiscovery: !emulator,
      enableBackgroundEndpointRefreshing: !emulator,
      retryOptions: { maxRetryAttemptCount: 0 },
    },
    userAgentSuffix: 'inews-for-teams',
  });
}

const credential = (managedIdentityClientId: string | undefined): TokenCredential =>
  new DefaultAzureCredential(managedIdentityClientId ? { managedIdentityClientId } : {});
