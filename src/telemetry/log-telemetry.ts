import { type DestinationStream, pino } from 'pino';
import type { Facts, Telemetry } from './telemetry.ts';

/**
 * Telemetry as JSON lines by pino. Counts and measured values are logged at level debug.
 * @param destination where the lines go; standard output when absent.
 */
export function logTelemetry(level: string, destination?: DestinationStream): Telemetry {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const line = (event: string, facts: Facts = {}) => ({ event, ...facts });
  return {
    info: (event, facts) => logger.info(line(event, facts)),
    warn: (event, facts) => logger.warn(line(event, facts)),
    error: (event, error, facts) => logger.error({ ...line(event, facts), ...faultOf(error) }),
    count: (metric, by = 1, facts = {}) => logger.debug({ metric, by, ...facts }),
    record: (metric, value, facts = {}) => logger.debug({ metric, value, ...facts }),
  };
}

/**
 * Name, message and stack of an error and of its causes alone: HTTP errors carry whole requests, and with them what
 * people wrote and the bot's token.
 */
function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { fault: typeof error };
  const causes = [error.cause, ...(error instanceof AggregateError ? error.errors : [])]
    .filter((cause) => cause instanceof Error)
    .map((cause) => ({ fault: cause.name, message: firstLine(cause.message), stack: places(cause) }));
  return {
    fault: error.name,
    message: firstLine(error.message),
    stack: places(error),
    ...(causes.length > 0 && { causes }),
  };
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 300);

const places = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((row) => /^\s+at /u.test(row))
    .slice(0, 5)
    .map((row) => row.trim());
