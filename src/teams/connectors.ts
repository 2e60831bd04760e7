import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector';

export interface AppCredentials {
  readonly id: string;
  readonly password: string;
  readonly type: 'UserAssignedMsi' | 'SingleTenant' | 'MultiTenant';
  readonly tenantId: string;
}

/** How the bot proves who it is and checks who speaks to it. No app id (development only): no authentication at all. */
export function botAuthentication(app: AppCredentials): BotFrameworkAuthentication {
  if (!app.id) return new ConfigurationBotFrameworkAuthentication({});
  const settings = {
    MicrosoftAppId: app.id,
    MicrosoftAppType: app.type,
    ...(app.password && { MicrosoftAppPassword: app.password }),
    ...(app.tenantId && { MicrosoftAppTenantId: app.tenantId }),
  };
  return new ConfigurationBotFrameworkAuthentication(
    settings,
    new ConfigurationServiceClientCredentialFactory(settings),
  );
}

/** Clients of Teams' Bot Connector, one for each service address. */
export interface Connectors {
  of(serviceUrl: string): Promise<ConnectorClient>;
}

/** @param timeoutMs how long one call may take. */
export function openConnectors(
  authentication: BotFrameworkAuthentication,
  appId: string,
  timeoutMs: number,
): Connectors {
  const clients = new Map<string, Promise<ConnectorClient>>();
  const open = async (serviceUrl: string) => {
    const identity = new ClaimsIdentity(
      [
        { type: AuthenticationConstants.AudienceClaim, value: appId },
        { type: AuthenticationConstants.AppIdClaim, value: appId },
      ],
      true,
    );
    const client = await authentication
      .createConnectorFactory(identity)
      .create(serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope);
    oneAttemptPerCall(client, timeoutMs);
    return client;
  };
  return {
    of(serviceUrl) {
      let client = clients.get(serviceUrl);
      if (!client) {
        client = open(serviceUrl);
        clients.set(serviceUrl, client);
        client.catch(() => clients.delete(serviceUrl));
      }
      return client;
    },
  };
}

/** The part of the SDK's HTTP pipeline that it hides, and that must change (see below). */
interface Pipeline {
  removePolicy(options: { name: string }): unknown;
  addPolicy(policy: {
    name: string;
    sendRequest(
      request: { timeout: number },
      next: (request: { timeout: number }) => Promise<never>,
    ): Promise<never>;
  }): void;
}

const hasPipeline = (client: unknown): client is { client: { pipeline: Pipeline } } =>
  typeof client === 'object' &&
  client !== null &&
  'client' in client &&
  typeof client.client === 'object' &&
  client.client !== null &&
  'pipeline' in client.client;

/**
 * The SDK tries a failed call four times and cannot be told not to. A message whose answer was lost would be posted
 * again, so its policy goes; the outbox alone decides what is tried again.
 */
function oneAttemptPerCall(client: unknown, timeoutMs: number): void {
  if (!hasPipeline(client))
    throw new Error('The Bot Framework SDK has changed: its retries cannot be removed');
  client.client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  client.client.pipeline.addPolicy({
    name: 'callTimeout',
    sendRequest(request, next) {
      request.timeout = timeoutMs;
      return next(request);
    },
  });
}
