import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import restify from 'restify';
import { z } from 'zod';
import type { WebPage, WebRoute } from '../bot/web-page.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { incomingActivitySchema } from './activity.ts';
import type { TeamsAdapter } from './adapter.ts';
import { answerActivity, type EdgeParts } from './edge.ts';
import type { InvokeAnswer } from './invoke-answers.ts';

// Teams' own limit for a message is 100 KB in UTF-16; a form of ours is far smaller.
const maxBodyBytes = 256 * 1024;

export interface ServerParts {
  readonly adapter: TeamsAdapter;
  readonly edge: EdgeParts;
  readonly telemetry: Telemetry;
  /** Throws when the service cannot work, for instance because the store does not answer. */
  readonly checkReady: () => Promise<void>;
  readonly routes: readonly WebRoute[];
}

export interface RunningServer {
  readonly port: number;
  /** Takes no more requests and resolves when those under way are answered. */
  stop(): Promise<void>;
}

/** @param host the address to bind to; in development loopback only. @param port 0 for any free one. */
export async function startServer(parts: ServerParts, host: string, port: number): Promise<RunningServer> {
  const server = restify.createServer({ name: 'iNews', handleUncaughtExceptions: false });
  server.use(
    restify.plugins.bodyParser({ maxBodySize: maxBodyBytes, mapParams: false, rejectUnknown: false }),
  );
  server.on('restifyError', (_request, _response, error: Error, done: () => void) => {
    parts.telemetry.warn('request.refused', { reason: error.name });
    done();
  });

  server.post('/api/messages', async (request, response) => {
    const { status, body } = await answerRequest(request.headers.authorization ?? '', request.body, parts);
    response.send(status, body ?? '');
  });
  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request, response) => {
    try {
      await parts.checkReady();
      response.send(200, { status: 'ready' });
    } catch (error) {
      parts.telemetry.warn('service.notReady', { reason: error instanceof Error ? error.name : 'unknown' });
      response.send(503, { status: 'not ready' });
    }
  });

  for (const route of parts.routes) {
    server[route.method](route.path, async (request, response) => {
      const { status, html, location } = await answerPage(route, request.params, parts.telemetry);
      response.sendRaw(status, html, { ...pageHeaders, ...(location && { Location: location }) });
    });
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address: AddressInfo = server.address();
  return {
    port: address.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeIdleConnections();
      }),
  };
}

// A page shows words and a form of ours: it needs nothing from elsewhere and stands in no frame.
const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

const namedSchema = z.record(z.string(), z.string());

async function answerPage(route: WebRoute, params: unknown, telemetry: Telemetry): Promise<WebPage> {
  try {
    return await route.handle(namedSchema.parse(params));
  } catch (error) {
    telemetry.error('page.failed', error, { path: route.path });
    return { status: 503, html: '' };
  }
}

async function answerRequest(
  authorization: string,
  body: unknown,
  parts: ServerParts,
): Promise<InvokeAnswer> {
  const activity = incomingActivitySchema.safeParse(body);
  if (!activity.success) {
    const fields = activity.error.issues.map((issue) => issue.path.join('.')).join(', ');
    parts.telemetry.warn('activity.malformed', { fields });
    return { status: 400, body: { error: 'This is not an activity that the bot can read.' } };
  }
  try {
    return await parts.adapter.answer(authorization, body as Activity, () =>
      answerActivity(activity.data, parts.edge),
    );
  } catch (error) {
    if (error instanceof AuthenticationError) {
      parts.telemetry.warn('activity.unauthenticated', { reason: error.message });
      return { status: 401 };
    }
    parts.telemetry.error('activity.failed', error, { type: activity.data.type, name: activity.data.name });
    return { status: 500, body: { error: 'The bot failed to answer. The fault is in its log.' } };
  }
}
