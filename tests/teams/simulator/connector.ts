import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { type ConnectorCall, readCall } from './connector-call.ts';
import { type Served, serve } from './connector-service.ts';
import type { Directory } from './directory.ts';
import { type Fault, type Refusal, refusals, throttled } from './faults.ts';
import { perConversation, perTenant, RateLimit } from './rate-limits.ts';

/** Tells for a call what goes wrong with it; undefined: nothing. */
type Rule = (call: ConnectorCall) => Fault | undefined;

/** Calls of one kind, or to one conversation, or both; everything when empty. */
export interface CallMatch {
  readonly kind?: ConnectorCall['kind'];
  readonly conversation?: string;
}

/** Calls take up to so long, each another time: shows which tests do not wait for what they assert. */
const slownessMs = Number(process.env.SLOW_TEAMS ?? 0);

/** Teams' Bot Connector over HTTP on loopback: what the bot's own calls reach. */
export class Connector {
  /** Every call that came, in order, the refused ones too. */
  readonly calls: ConnectorCall[] = [];
  private readonly directory: Directory;
  private readonly server: Server;
  private readonly rules = new Set<Rule>();
  private limits: { conversation: RateLimit; tenant: RateLimit } | undefined;

  constructor(directory: Directory) {
    this.directory = directory;
    this.server = createServer((request, response) => {
      this.handle(request, response).catch((error: unknown) => response.destroy(asError(error)));
    });
  }

  /** The address that activities carry as `serviceUrl`. */
  get serviceUrl(): string {
    const address = this.server.address();
    if (typeof address !== 'object' || !address) throw new Error('The connector is not listening');
    return `http://127.0.0.1:${address.port}/teams/`;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Keeps Teams' rate limits from now on. @param now milliseconds of a steady clock. */
  enforceLimits(now: () => number = () => performance.now()): void {
    this.limits = {
      conversation: new RateLimit(perConversation, now),
      tenant: new RateLimit(perTenant, now),
    };
  }

  /** Adds a rule for all calls to come. Returns what takes it away again. */
  rule(rule: Rule): () => void {
    this.rules.add(rule);
    return () => this.rules.delete(rule);
  }

  /** The next call that matches, or the next few, meets this fault. */
  answerNext(match: CallMatch, fault: Fault, times = 1): void {
    let left = times;
    const away = this.rule((call) => {
      if (!matches(call, match)) return undefined;
      left -= 1;
      if (left === 0) away();
      return fault;
    });
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    if (slownessMs > 0) await pause(Math.random() * slownessMs);
    const call = readCall(request.method ?? '', new URL(request.url ?? '', 'http://connector'), body);
    if (!call) {
      send(response, refusals.noSuchRoute);
      return;
    }
    this.calls.push(call);
    const fault = this.faultOf(call);
    if (fault?.kind === 'silence') return;
    const isTaken = fault === undefined || fault.kind === 'answerLost' || fault.taken === true;
    const result = isTaken ? serve(call, this.directory) : fault;
    if (fault?.kind === 'answerLost') response.destroy();
    else send(response, fault ?? result);
  }

  private faultOf(call: ConnectorCall): Fault | undefined {
    for (const rule of this.rules) {
      const fault = rule(call);
      if (fault) return fault;
    }
    const excess =
      this.limits?.tenant.excess('') ??
      ('activity' in call ? this.limits?.conversation.excess(call.conversation) : undefined);
    return excess === undefined ? undefined : throttled(excess);
  }
}

const matches = (call: ConnectorCall, match: CallMatch): boolean =>
  (match.kind === undefined || match.kind === call.kind) &&
  (match.conversation === undefined || ('conversation' in call && match.conversation === call.conversation));

function send(response: ServerResponse, result: Served | Refusal): void {
  if ('retryAfter' in result && result.retryAfter !== undefined)
    response.setHeader('Retry-After', result.retryAfter);
  response.writeHead(result.status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(result.body));
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
